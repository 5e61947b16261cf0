package io.oemingest.emulator.engine;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdateImage.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the service knows of the images at both ends of an update. Safe for threads. */
final class UpdateImages {
    private final BookedImages images;
    private final SubmissionBook submissions;

    UpdateImages(BookedImages images, SubmissionBook submissions) {
        this.images = images;
        this.submissions = submissions;
    }

    /** The image for a phone, as a request of the phone's account is judged; null if there is no such submission. */
    @Nullable
    UpdateImage find(SubmissionTicket asked, UpdatePhone phone) {
        Submission submission = submissions.find(asked.id());
        Submission latest = submission == null ? null : submissions.latest(submission);
        SubmissionTicket ticket = latest == null ? asked : latest.ticket();
        List<BookedImage> booked = images.of(ticket);
        if (latest == null && booked.isEmpty()) {
            return null;
        }
        boolean owned = latest == null
                ? booked.get(0).clientId().equals(phone.clientId())
                : latest.origin().clientId().equals(phone.clientId());
        if (!owned) {
            return new UpdateImage(asked, false, SubmissionType.IMAGE, false, null);
        }
        SubmissionType type =
                latest == null ? SubmissionType.IMAGE : latest.origin().kind().type();
        boolean signed = latest == null || latest.state() == SubmissionState.SIGNED;
        Facts facts = booked.stream()
                .filter(phone::isOf)
                .findFirst()
                .map(UpdateImages::facts)
                .orElse(null);
        return new UpdateImage(asked, true, type, signed, facts);
    }

    /** All images of a phone in the order in which they were signed, then those of other tickets, each as {@link #find} finds it. */
    List<UpdateImage> of(UpdatePhone phone, List<SubmissionTicket> others) {
        return Stream.concat(
                        images.of(phone).stream().map(each -> asked(each.image().ticket())), others.stream())
                .distinct()
                .map(each -> find(each, phone))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ticket by which an image is asked for: a submission that was sent again goes by its first. */
    private SubmissionTicket asked(SubmissionTicket ticket) {
        Submission submission = submissions.find(ticket.id());
        SubmissionTicket first = submission == null ? null : submission.origin().resubmissionOf();
        return first == null ? ticket : first;
    }

    /** What the image of a phone brings; null if nothing but the names of its packages is known. */
    @Nullable
    SubmissionContents contents(SubmissionTicket asked, UpdatePhone phone) {
        return images.of(effective(asked)).stream()
                .filter(phone::isOf)
                .findFirst()
                .map(BookedImage::contents)
                .orElse(null);
    }

    /** The phones that a request for this image is for: the one that it names, or all of the image that it may mean. */
    List<UpdatePhone> phones(SubmissionTicket asked, UpdatePhone phone) {
        if (phone.isNamed()) {
            return List.of(phone);
        }
        return images.of(effective(asked)).stream()
                .filter(phone::isOf)
                .map(UpdatePhone::of)
                .distinct()
                .toList();
    }

    /** The submission that a ticket stands for: the one made last for it. */
    private SubmissionTicket effective(SubmissionTicket asked) {
        Submission submission = submissions.find(asked.id());
        return submission == null ? asked : submissions.latest(submission).ticket();
    }

    /** The lowest version among a phone's baselines; null if it has none. */
    @Nullable
    FirmwareVersion lowestBaseline(UpdatePhone phone) {
        return images.of(phone).stream()
                .filter(each -> each.status().isBaseline())
                .map(each -> each.image().version())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Facts facts(BookedImage booked) {
        SubmissionContents contents = booked.contents();
        return contents == null
                ? new Facts(booked.image(), booked.status(), null, null)
                : Facts.of(contents, booked.image(), booked.status());
    }
}

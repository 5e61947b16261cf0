package io.oemingest.core.update;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateImage.Facts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a phone and operator: its images, and the requests that there are for it.
 *
 * @param chain requests from image to image, in the order of their creation
 */
public record PhoneHistory(String deviceName, String operatorId, List<UpdateImage> images, List<UpdateLink> chain) {
    public PhoneHistory {
        images = List.copyOf(images);
        chain = List.copyOf(chain);
    }

    /** Where two requests of one type, one after the other, do not meet. */
    public record Hole(UpdateLink before, UpdateLink after) {}

    /** The image of this ticket; null if it is not known. */
    public @Nullable UpdateImage find(SubmissionTicket ticket) {
        return images.stream()
                .filter(each -> each.ticket().equals(ticket))
                .findFirst()
                .orElse(null);
    }

    /** The images of this version; several if it was submitted more than once. */
    public List<UpdateImage> find(FirmwareVersion version) {
        return images.stream()
                .filter(each -> each.facts() != null && each.facts().version().equals(version))
                .toList();
    }

    /** What it would take for an image to be a baseline of this phone and operator; null if nothing is known of it. */
    public @Nullable BaselineOutlook outlook(SubmissionTicket ticket) {
        UpdateImage image = find(ticket);
        Facts facts = image == null ? null : image.facts();
        return facts == null ? null : BaselineOutlook.of(facts.version(), facts.packages(), baselinesBeside(facts));
    }

    /** Those that the service compares it with, whatever it is itself. */
    private List<Baseline> baselinesBeside(Facts facts) {
        Baseline image = facts.image();
        return images.stream()
                .map(UpdateImage::facts)
                .filter(Objects::nonNull)
                .filter(each -> !each.equals(facts) && each.status().isBaseline())
                .map(Facts::image)
                .filter(each -> each.product() == image.product()
                        && each.pairing().folded().equals(image.pairing().folded()))
                .toList();
    }

    /** Requests of one type that are links of the chain; those that came to nothing are left out. */
    public List<UpdateLink> links(UpdateType type) {
        return chain.stream()
                .filter(each -> each.type() == type && each.stage().isLink())
                .toList();
    }

    /** Where the chain of one type is broken, the oldest first (rule RFU-20). */
    public List<Hole> holes(UpdateType type) {
        List<Hole> holes = new ArrayList<>();
        List<UpdateLink> links = links(type);
        for (int i = 1; i < links.size(); i++) {
            if (!links.get(i - 1).target().equals(links.get(i).source())) {
                holes.add(new Hole(links.get(i - 1), links.get(i)));
            }
        }
        return holes;
    }

    /** The lowest version among the baselines; null if there is none. */
    @Nullable
    FirmwareVersion lowestBaseline() {
        return images.stream()
                .map(UpdateImage::facts)
                .filter(Objects::nonNull)
                .filter(each -> each.status().isBaseline())
                .map(Facts::version)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    PhoneHistory with(UpdateLink link) {
        List<UpdateLink> longer = new ArrayList<>(chain);
        longer.add(link);
        return new PhoneHistory(deviceName, operatorId, images, longer);
    }
}

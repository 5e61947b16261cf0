package io.oemingest.core.update;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a submission at one end of an update, for the phone and operator that is asked for.
 *
 * @param owned whether it belongs to the one who asks; of others' submissions nothing else counts
 * @param facts null if the submission is not for the phone and operator, or not signed
 */
public record UpdateImage(
        SubmissionTicket ticket,
        boolean owned,
        SubmissionType type,
        boolean signed,
        @Nullable Facts facts) {

    /**
     * A signed image of a phone and operator.
     *
     * @param image its version and package set for this phone and operator, whether it is a baseline or not
     * @param features optional features of the operating system that the image was built with; null if not known
     * @param osVersion null if not known
     */
    public record Facts(
            Baseline image,
            WspcStatus status,
            @Nullable List<String> features,
            @Nullable FirmwareVersion osVersion) {
        public Facts {
            features = features == null ? null : List.copyOf(features);
        }

        /** What the contents of an image say for one of its phones and operators. */
        public static Facts of(SubmissionContents contents, Baseline image, WspcStatus status) {
            return new Facts(
                    image,
                    status,
                    ImageSystem.features(contents.documents().oemInput()),
                    ImageSystem.version(contents.documents().updateHistory()));
        }

        /** {@code PhoneFirmwareRevision}. */
        public FirmwareVersion version() {
            return image.version();
        }

        public PackageNames packages() {
            return image.packages();
        }
    }

    /** A signed image of the caller's own. */
    public static UpdateImage signed(SubmissionTicket ticket, Facts facts) {
        return new UpdateImage(ticket, true, SubmissionType.IMAGE, true, facts);
    }

    /** As people are told of it: {@code TKT-SIGN-TEST-AB12CD (1.2.0.0)}. */
    String label() {
        return facts == null ? ticket.id() : ticket + " (" + facts.version() + ")";
    }
}

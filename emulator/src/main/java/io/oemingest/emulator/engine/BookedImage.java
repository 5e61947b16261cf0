package io.oemingest.emulator.engine;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A signed image in the service's book, for one of its phones and operators.
 *
 * @param clientId the account that it belongs to
 * @param image what later images are compared with if the status says so
 * @param contents what an image that updates it is compared with; null if nothing but the names of its packages is known
 */
public record BookedImage(
        UUID clientId,
        Baseline image,
        WspcStatus status,
        @Nullable SubmissionContents contents) {
    /** An image of which only the names of its packages are known. */
    public BookedImage(UUID clientId, Baseline image, WspcStatus status) {
        this(clientId, image, status, null);
    }

    /** One image is in the book once for each phone and operator. */
    String key() {
        return image.ticket().id() + "/" + image.pairing().folded();
    }
}

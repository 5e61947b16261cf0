package io.oemingest.emulator.engine;

import io.oemingest.core.model.Baseline;
import java.util.UUID;

/**
 * A signed image in the service's book, for one of its phones and operators.
 *
 * @param clientId the account that it belongs to
 * @param image what later images are compared with if the status says so
 */
public record BookedImage(UUID clientId, Baseline image, WspcStatus status) {
    /** One image is in the book once for each phone and operator. */
    String key() {
        return image.ticket().id() + "/" + image.pairing().folded();
    }
}

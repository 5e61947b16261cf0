package io.oemingest.emulator.engine;

import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateSituation;
import org.jspecify.annotations.Nullable;

/** What a new request refers to (rules RFU-10, AKO-09). */
final class UpdateEnds {
    private UpdateEnds() {}

    static UpdateReference target(UpdateSituation situation) {
        if (situation.order().payload() instanceof MicrosoftAkOnly system) {
            return new UpdateReference(null, null, system.target());
        }
        return reference(situation.target());
    }

    static @Nullable UpdateReference source(UpdateSituation situation) {
        if (situation.order().payload() instanceof MicrosoftAkOnly system) {
            return new UpdateReference(null, null, system.source());
        }
        boolean named = situation.order().payload() instanceof MicrosoftOemMixed mixed && mixed.source() != null;
        return named ? reference(situation.source()) : null;
    }

    private static UpdateReference reference(@Nullable UpdateImage image) {
        if (image == null || image.facts() == null) {
            throw new IllegalStateException("A request was accepted for an image that is not known");
        }
        return new UpdateReference(
                image.ticket(), image.facts().version(), image.facts().osVersion());
    }
}

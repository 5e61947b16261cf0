package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.update.ContentWire;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import java.util.Set;

/** {@code /v1/requests-for-update/{ticket}/content}: what the update brings, package by package. */
final class UpdateContentResource implements Resource {
    private final IngestionEngine engine;

    UpdateContentResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        return Answer.representation(
                ContentWire.toWire(engine.requestsForUpdate().content(call.account(), call.id())));
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.emulator.engine.IngestionEngine;
import java.util.Set;

/** {@code /v1/signing-profiles}. */
final class SigningProfilesResource implements Resource {
    private final IngestionEngine engine;

    SigningProfilesResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        return Answer.representation(SigningProfilesJson.of(engine.signingProfiles()));
    }
}

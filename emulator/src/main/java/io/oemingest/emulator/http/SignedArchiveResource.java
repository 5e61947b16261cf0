package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.SignedArchiveBlob;
import java.util.Base64;
import java.util.Set;

/** {@code /v1/submissions/{ticket}/signed-archive}. */
final class SignedArchiveResource implements Resource {
    private static final String ZIP = "application/zip";

    private final IngestionEngine engine;

    SignedArchiveResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, ZIP);
        SignedArchiveBlob archive = engine.signedArchive(call.account(), call.id());
        String digest = Base64.getEncoder().encodeToString(archive.sha256().bytes());
        return Answer.file(archive.file(), archive.size(), ZIP)
                .with("Accept-Ranges", "bytes")
                .with("ETag", '"' + archive.sha256().hex() + '"')
                .with("Repr-Digest", "sha-256=:" + digest + ":")
                .with("Content-Disposition", "attachment; filename=\"" + archive.fileName() + '"');
    }
}

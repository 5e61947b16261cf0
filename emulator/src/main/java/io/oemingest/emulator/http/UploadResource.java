package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.Upload;
import io.oemingest.emulator.engine.UploadBody;
import java.io.IOException;
import java.util.Set;

/** {@code /v1/uploads/{id}}: one upload (tus 1.0.0, core, checksum and termination). */
final class UploadResource implements Resource {
    private final IngestionEngine engine;

    UploadResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("HEAD", "PATCH", "DELETE", "OPTIONS");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        return switch (call.method()) {
            case "HEAD" -> state(engine.upload(call.account(), call.id()));
            case "PATCH" -> append(call);
            case "DELETE" -> discard(call);
            default -> Answer.empty(204).with(Tus.capabilities(engine.describe().maxArchiveSize()));
        };
    }

    private static Answer state(Upload upload) {
        Answer answer = Answer.empty(200)
                .with("Upload-Length", Long.toString(upload.length()))
                .with("Cache-Control", "no-store")
                .with(Tus.progress(upload));
        String metadata = UploadMetadata.format(upload.metadata());
        answer = metadata.isEmpty() ? answer : answer.with("Upload-Metadata", metadata);
        return upload.part() ? answer.with("Upload-Concat", "partial") : answer;
    }

    private Answer append(Call call) throws Refusal, HttpRefusal, IOException {
        MediaTypes.requireContent(call, Tus.OFFSET_STREAM);
        long offset = Tus.size(call, "Upload-Offset");
        UploadBody body = new UploadBody(call.body().stream(), Tus.checksum(call));
        requireRoom(engine.upload(call.account(), call.id()), offset, call.contentLength());
        try {
            Upload upload = engine.append(call.account(), call.id(), offset, body);
            return Answer.empty(204).with(Tus.progress(upload));
        } catch (Refusal refusal) {
            if (refusal.reason() == ReasonCode.DIGEST_MISMATCH) {
                throw new HttpRefusal(ReasonStatus.CHECKSUM_MISMATCH, refusal.reason(), refusal.detail());
            }
            throw refusal;
        }
    }

    /** Refuses by the announced sizes, so that a body that cannot fit is not even begun. */
    private static void requireRoom(Upload upload, long offset, long contentLength) throws HttpRefusal {
        if (offset == upload.offset() && contentLength > upload.length() - offset) {
            throw HttpRefusal.tooLarge("The upload has room for " + (upload.length() - offset)
                    + " more bytes, the body has " + contentLength + ".");
        }
    }

    private Answer discard(Call call) throws Refusal, IOException {
        engine.discardUpload(call.account(), call.id());
        return Answer.empty(204);
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionFacts;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

/** {@code /v1/checks}: judges facts and keeps nothing. */
final class ChecksResource implements Resource {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    private final IngestionEngine engine;

    ChecksResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        MediaTypes.requireAccepted(call, Answer.JSON);
        MediaTypes.requireContent(call, Answer.JSON);
        return Answer.json(200, ReportWire.toWire(engine.check(call.account(), facts(call))));
    }

    private static SubmissionContents facts(Call call) throws HttpRefusal, IOException {
        byte[] body = call.body(LIMITS.maxInMemory());
        try {
            return SubmissionFacts.read(new ByteArrayInputStream(body), "body", LIMITS);
        } catch (MalformedFileException e) {
            throw HttpRefusal.badRequest("The body is not what the operation takes: " + e.getMessage());
        }
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import java.util.Set;

/** {@code /v1/submissions/{ticket}/validation-report}. */
final class ValidationReportResource implements Resource {
    private final IngestionEngine engine;

    ValidationReportResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        return Answer.representation(ReportWire.toWire(engine.validationReport(call.account(), call.id())));
    }
}

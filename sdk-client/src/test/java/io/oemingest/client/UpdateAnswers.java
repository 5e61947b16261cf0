package io.oemingest.client;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.update.UpdateType;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Requests for update, and the service's answers that show them. */
final class UpdateAnswers {
    static final RequestForUpdateTicket TICKET = new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-1");
    static final SubmissionTicket TARGET = new SubmissionTicket("TKT-SIGN-TEST-AB12CD");
    static final SubmissionTicket SOURCE = new SubmissionTicket("TKT-SIGN-TEST-XY98ZT");
    static final Instant CREATED = Instant.parse("2026-11-22T06:16:00Z");

    private UpdateAnswers() {}

    /** A request in its stage with the status that follows from it. */
    static RequestForUpdate at(UpdateStage stage) {
        return at(stage, stage.state());
    }

    static RequestForUpdate at(UpdateStage stage, UpdateState state) {
        return new RequestForUpdate(
                TICKET,
                17,
                new MicrosoftOemMixed(TARGET, SOURCE),
                UpdateType.RETAIL_SERVICING,
                "RetailServicing",
                "D100 ROW",
                "000-DE",
                stage,
                stage.text(),
                UpdateStatus.of(state),
                Set.of(),
                false,
                new UpdateReference(TARGET, FirmwareVersion.parse("1.2.0.0"), null),
                new UpdateReference(SOURCE, FirmwareVersion.parse("1.1.0.0"), null),
                List.of(new UpdateOperation(UpdateOperation.CREATE, CREATED, "Contoso")),
                null,
                List.of());
    }

    /** The answer that shows a request. */
    static String json(RequestForUpdate request) {
        return Json.write(UpdateWire.toWire(request, false));
    }
}

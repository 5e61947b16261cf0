package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.UpdateApprovalJson;
import io.oemingest.core.internal.wire.UpdateRetryJson;
import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.UpdateDesk;
import java.io.IOException;
import java.util.Set;

/** {@code /v1/requests-for-update/{ticket}/…}: what its parties decide about a request. */
final class UpdateDecisionResource implements Resource {
    /** What is decided; the last part of the address. */
    enum Decision {
        APPROVALS,
        RETRIES,
        CANCELLATION
    }

    private final IngestionEngine engine;
    private final Decision decision;

    UpdateDecisionResource(IngestionEngine engine, Decision decision) {
        this.engine = engine;
        this.decision = decision;
    }

    @Override
    public Set<String> methods() {
        return Set.of("POST");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        UpdateDesk desk = engine.requestsForUpdate();
        return switch (decision) {
            case APPROVALS -> {
                MediaTypes.requireAccepted(call, Answer.JSON);
                ApprovalParty party = party(call.json(UpdateApprovalJson.class));
                yield Answer.json(200, UpdateWire.toWire(desk.approve(call.account(), call.id(), party), false));
            }
            case RETRIES -> {
                MediaTypes.requireAccepted(call, Answer.JSON);
                boolean giveUp =
                        Boolean.TRUE.equals(call.json(UpdateRetryJson.class).giveUp());
                yield Answer.json(
                        202,
                        UpdateWire.toWire(
                                giveUp ? desk.giveUp(call.account(), call.id()) : desk.retry(call.account(), call.id()),
                                false));
            }
            case CANCELLATION -> {
                desk.cancel(call.account(), call.id());
                yield Answer.empty(204);
            }
        };
    }

    private static ApprovalParty party(UpdateApprovalJson body) throws HttpRefusal {
        ApprovalParty party = ApprovalParty.parseOrNull(body.party());
        if (party == null) {
            throw HttpRefusal.badRequest("The member 'party' is OEM or MobileOperator.");
        }
        return party;
    }
}

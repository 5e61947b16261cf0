package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateState;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import java.util.Set;

/** {@code /v1/requests-for-update/{ticket}}: where a request stands, at once or as soon as it moves. */
final class RequestForUpdateResource implements Resource {
    private final IngestionEngine engine;
    private final WaitingRoom room;

    RequestForUpdateResource(IngestionEngine engine, WaitingRoom room) {
        this.engine = engine;
        this.room = room;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        RequestForUpdate request = engine.requestsForUpdate().find(call.account(), call.id());
        int known = request.operations().size();
        return room.answer(
                call,
                represent(request),
                isFinal(request) || isUnavailable(request),
                wait -> represent(engine.requestsForUpdate().awaitChange(call.account(), call.id(), known, wait)));
    }

    private Answer represent(RequestForUpdate request) {
        Answer answer = Answer.representation(UpdateWire.toWire(request, false));
        return isFinal(request)
                ? answer
                : answer.with("Retry-After", Seconds.roundedUp(engine.describe().pollingFloor()));
    }

    // Who waits hears of it at once: it is the answer to this one question, and gone at the next (rule STA-05).
    private static boolean isUnavailable(RequestForUpdate request) {
        return request.status().state() == UpdateState.FAILED_TO_RETRIEVE_STATUS;
    }

    private static boolean isFinal(RequestForUpdate request) {
        return request.status().state().isFinal();
    }
}

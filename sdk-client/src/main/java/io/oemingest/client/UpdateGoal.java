package io.oemingest.client;

import io.oemingest.client.UpdateOutcome.Failed;
import io.oemingest.client.UpdateOutcome.Reached;
import io.oemingest.client.UpdateOutcome.StillRunning;
import io.oemingest.client.Waiter.Look;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateStage;
import java.util.List;

/** How far a request is to come before somebody goes on. */
record UpdateGoal(UpdateStage stage) {
    private static final List<UpdateStage> WAY = List.of(
            UpdateStage.ACCEPTED, UpdateStage.GENERATING, UpdateStage.PREVIEW, UpdateStage.APPROVED, UpdateStage.LIVE);

    UpdateGoal {
        if (!WAY.contains(stage)) {
            throw new IllegalArgumentException(stage + " is no stage on the way to phones");
        }
    }

    /** Whether there is nothing left to wait for. */
    boolean isDecided(RequestForUpdate request) {
        return hasFailed(request) || isReached(request);
    }

    UpdateOutcome outcome(Look<RequestForUpdate> last) {
        RequestForUpdate request = last.value();
        if (hasFailed(request)) {
            return new Failed(request);
        }
        return isReached(request) ? new Reached(request) : new StillRunning(request, last.retryAfter());
    }

    private static boolean hasFailed(RequestForUpdate request) {
        return switch (request.status().state()) {
            case IN_PROCESS_FAILURE, COMPLETED_FAILURE -> true;
            case IN_PROCESS_ON_TRACK, COMPLETED_SUCCESS, FAILED_TO_RETRIEVE_STATUS, UNRECOGNIZED -> false;
        };
    }

    private boolean isReached(RequestForUpdate request) {
        return switch (request.status().state()) {
            case COMPLETED_SUCCESS -> true;
            case IN_PROCESS_ON_TRACK -> WAY.indexOf(request.stage()) >= WAY.indexOf(stage);
            // What the service says of the stage is then as little worth as of the state (rule STA-05).
            case IN_PROCESS_FAILURE, COMPLETED_FAILURE, FAILED_TO_RETRIEVE_STATUS, UNRECOGNIZED -> false;
        };
    }
}

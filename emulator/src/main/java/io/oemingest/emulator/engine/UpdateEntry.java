package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateProgress;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.validation.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request for update as of one moment, as the service keeps it.
 *
 * @param number counts the requests of this service from 1
 * @param clientId the account that made it
 * @param failure why the update could not be made; null unless that is so
 */
public record UpdateEntry(
        RequestForUpdateTicket ticket,
        long number,
        UUID clientId,
        UpdateOrder order,
        UpdateReference target,
        @Nullable UpdateReference source,
        UpdateProgress progress,
        List<UpdateOperation> operations,
        @Nullable String failure,
        @Nullable UpdateCancellation cancellation,
        List<Finding> warnings) {
    public UpdateEntry {
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
    }

    UpdateStage stage() {
        return progress.stage();
    }

    /** Rises with every change. */
    int revision() {
        return operations.size();
    }

    UpdateEntry moved(UpdateProgress next, UpdateOperation operation) {
        List<UpdateOperation> longer = new ArrayList<>(operations);
        longer.add(operation);
        boolean failed = next.stage() == UpdateStage.GENERATION_FAILED || next.stage() == UpdateStage.GIVEN_UP;
        return new UpdateEntry(
                ticket,
                number,
                clientId,
                order,
                target,
                source,
                next,
                longer,
                failed ? failure : null,
                cancellation,
                warnings);
    }

    UpdateEntry failedBecause(String cause) {
        return new UpdateEntry(
                ticket, number, clientId, order, target, source, progress, operations, cause, cancellation, warnings);
    }

    UpdateEntry cancelledBy(UpdateCancellation how) {
        return new UpdateEntry(
                ticket, number, clientId, order, target, source, progress, operations, failure, how, warnings);
    }

    UpdateEntry warnedOf(List<Finding> found) {
        return new UpdateEntry(
                ticket, number, clientId, order, target, source, progress, operations, failure, cancellation, found);
    }

    /** As the service shows it, with its own status or another. */
    RequestForUpdate shown(@Nullable UpdateStatus instead) {
        return new RequestForUpdate(
                ticket,
                number,
                order.payload(),
                order.type(),
                order.type().text(),
                order.deviceName(),
                order.operatorId(),
                stage(),
                stage().text(),
                instead == null ? status() : instead,
                progress.approvals(),
                progress.isApproved(),
                target,
                source,
                operations,
                cancellation,
                warnings);
    }

    private UpdateStatus status() {
        UpdateState state = stage().state();
        if (cancellation != null) {
            return UpdateStatus.of(state, cancellation.kind(), cancellation.explanation());
        }
        return switch (stage()) {
            case GENERATION_FAILED -> UpdateStatus.of(state, UpdateError.GENERATION_FAILED, failure);
            case GIVEN_UP -> UpdateStatus.of(state, UpdateError.GIVEN_UP, failure);
            default -> UpdateStatus.of(state);
        };
    }
}

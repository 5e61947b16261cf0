package io.oemingest.core.update;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.validation.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request for update as the service shows it: one form for both payloads, what a request lacks is null (rule STA-09).
 *
 * @param number counts the requests of the service; the number by which people speak of a request (rule APR-03)
 * @param typeWord the type in the service's own word, also when {@code type} is UNRECOGNIZED
 * @param stageWord the stage in the service's own word, also when {@code stage} is UNRECOGNIZED
 * @param approvals parties that have approved
 * @param target where the update leads
 * @param source where it starts; null if the request names no source
 * @param operations what happened so far, the creation first
 * @param cancellation how it came to nothing; null if it did not
 * @param warnings findings that did not stop it; lists leave them out
 */
public record RequestForUpdate(
        RequestForUpdateTicket ticket,
        long number,
        UpdatePayload payload,
        UpdateType type,
        String typeWord,
        @Nullable String deviceName,
        @Nullable String operatorId,
        UpdateStage stage,
        String stageWord,
        UpdateStatus status,
        Set<ApprovalParty> approvals,
        boolean approved,
        UpdateReference target,
        @Nullable UpdateReference source,
        List<UpdateOperation> operations,
        @Nullable UpdateCancellation cancellation,
        List<Finding> warnings) {
    public RequestForUpdate {
        approvals = Set.copyOf(approvals);
        operations = List.copyOf(operations);
        warnings = List.copyOf(warnings);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("A request has at least the operation that created it (rule RFU-10)");
        }
    }

    public Instant created() {
        return operations.get(0).at();
    }

    /** When something happened to it last. */
    public Instant changed() {
        return operations.get(operations.size() - 1).at();
    }
}

package io.oemingest.core.update;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for, for one phone and operator (rule RFU-09).
 *
 * @param deviceName model name, not the marketing name; blank is as good as null (rules RFU-07, AKO-08)
 * @param operatorId such as {@code 000-DE}; blank is as good as null (rules RFU-08, AKO-08)
 * @param replaces an earlier request from the same source, which is cancelled as soon as this one comes into preview (rule
 *     CAN-04)
 */
public record UpdateOrder(
        UpdatePayload payload,
        UpdateType type,
        @Nullable String deviceName,
        @Nullable String operatorId,
        @Nullable RequestForUpdateTicket replaces) {

    /** Takes the values. @throws IllegalArgumentException if there is no such type for this payload (rule RFU-05) */
    public UpdateOrder {
        if (type == UpdateType.UNRECOGNIZED || payload instanceof UpdatePayload.Unrecognized) {
            throw new IllegalArgumentException("Only known kinds of updates can be asked for (rule RFU-05)");
        }
        if (payload instanceof MicrosoftOemMixed && type == UpdateType.PARTNER_SELF_HOST) {
            throw new IllegalArgumentException("The request type '" + type.text()
                    + "' is for updates of the operating system alone (rule RFU-05)");
        }
        deviceName = blankToNull(deviceName);
        operatorId = blankToNull(operatorId);
    }

    /** An update from one image to another; device and operator are to be added. */
    public static UpdateOrder of(SubmissionTicket target, @Nullable SubmissionTicket source, UpdateType type) {
        return new UpdateOrder(new MicrosoftOemMixed(target, source), type, null, null, null);
    }

    /** An update of the operating system alone; device and operator are to be added. */
    public static UpdateOrder of(MicrosoftAkOnly payload, UpdateType type) {
        return new UpdateOrder(payload, type, null, null, null);
    }

    /** The same for a phone and operator. */
    public UpdateOrder forPhone(@Nullable String device, @Nullable String operator) {
        return new UpdateOrder(payload, type, device, operator, replaces);
    }

    /** The same in place of an earlier request. */
    public UpdateOrder replacing(@Nullable RequestForUpdateTicket earlier) {
        return new UpdateOrder(payload, type, deviceName, operatorId, earlier);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

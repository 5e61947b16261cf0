package io.oemingest.core.internal.wire.update;

import io.oemingest.core.internal.wire.CreateRequestForUpdateJson;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateType;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what is asked for out of the body that asks for it. */
public final class OrderReader {
    private OrderReader() {}

    /** The order. @throws IllegalArgumentException naming the rule, for what is missing or cannot be (rules RFU-01, RFU-05, RFU-26, AKO-03 to AKO-06) */
    public static UpdateOrder read(CreateRequestForUpdateJson json) {
        UpdateType type = UpdateType.parseOrNull(json.type());
        if (type == null) {
            throw new IllegalArgumentException("The request type '" + Objects.requireNonNullElse(json.type(), "")
                    + "' is not known (rule RFU-05)");
        }
        String replaces = blankToNull(json.replaces());
        return new UpdateOrder(
                payload(json),
                type,
                json.deviceName(),
                json.operatorId(),
                replaces == null ? null : RequestForUpdateTicket.ofInput(replaces));
    }

    private static UpdatePayload payload(CreateRequestForUpdateJson json) {
        boolean tickets = anyGiven(json.targetTicketId(), json.sourceTicketId());
        boolean system = anyGiven(json.cpu(), json.product(), json.sourceOsVersion(), json.targetOsVersion());
        if (tickets && system) {
            throw new IllegalArgumentException(
                    "The request mixes content of Microsoft and of the OEM; make two requests (rule RFU-26)");
        }
        if (MicrosoftAkOnly.TEXT.equalsIgnoreCase(json.payloadType())) {
            if (tickets) {
                throw new IllegalArgumentException(
                        "An update of the operating system alone names no submissions (rule RFU-26)");
            }
            return MicrosoftAkOnly.parse(json.cpu(), json.product(), json.sourceOsVersion(), json.targetOsVersion());
        }
        if (!MicrosoftOemMixed.TEXT.equalsIgnoreCase(json.payloadType())) {
            throw new IllegalArgumentException("The payload type '" + Objects.requireNonNullElse(json.payloadType(), "")
                    + "' is not known: give " + MicrosoftOemMixed.TEXT + " or " + MicrosoftAkOnly.TEXT);
        }
        if (system) {
            throw new IllegalArgumentException("An update between images names no operating system (rule RFU-26)");
        }
        String target = blankToNull(json.targetTicketId());
        if (target == null) {
            throw new IllegalArgumentException("The request names no target ticket (rule RFU-01)");
        }
        String source = blankToNull(json.sourceTicketId());
        return new MicrosoftOemMixed(
                new SubmissionTicket(target), source == null ? null : new SubmissionTicket(source));
    }

    private static boolean anyGiven(@Nullable String... texts) {
        return Stream.of(texts).anyMatch(Objects::nonNull);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}

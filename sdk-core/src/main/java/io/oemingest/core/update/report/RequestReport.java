package io.oemingest.core.update.report;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateStatus;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what is known of a request for update. */
public final class RequestReport {
    private RequestReport() {}

    /** Lines for people, the ticket and where the request stands first. */
    public static String toText(RequestForUpdate request) {
        String first = request.ticket() + ": " + request.stageWord() + " ("
                + request.status().word() + ")";
        StringBuilder text = new StringBuilder(TerminalText.safe(first)).append('\n');
        line(text, "error", error(request.status()));
        line(text, "number", Long.toString(request.number()));
        line(text, "type", request.typeWord() + ", " + request.payload().text());
        line(text, "phone", joined(" / ", request.deviceName(), request.operatorId()));
        line(text, "system", request.payload() instanceof MicrosoftAkOnly alone ? system(alone) : "");
        line(text, "from", end(request.source()));
        line(text, "to", end(request.target()));
        line(text, "approved", approved(request));
        request.operations().forEach(each -> line(text, "done", done(each)));
        request.warnings().forEach(each -> line(text, "warning", each.toString()));
        return text.toString();
    }

    /** The JSON object of the ingestion API; what is null is absent. */
    public static String toJson(RequestForUpdate request) {
        return Json.writeIndented(UpdateWire.toWire(request, false));
    }

    private static void line(StringBuilder text, String label, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "  %-8s  %s\n", label, TerminalText.safe(value)));
        }
    }

    private static String error(UpdateStatus status) {
        return joined(" ", status.errorCode(), status.errorMessage());
    }

    private static String system(MicrosoftAkOnly alone) {
        return alone.product().text() + " on " + alone.cpu().text();
    }

    private static String end(@Nullable UpdateReference end) {
        return end == null
                ? ""
                : joined(
                        ", ",
                        end.ticket(),
                        end.firmwareVersion() == null ? null : "firmware " + end.firmwareVersion(),
                        end.osVersion() == null ? null : "system " + end.osVersion());
    }

    private static String approved(RequestForUpdate request) {
        String parties =
                request.approvals().stream().sorted().map(ApprovalParty::text).collect(Collectors.joining(", "));
        return (request.approved() ? "yes" : "no") + (parties.isEmpty() ? "" : ", by " + parties);
    }

    private static String done(UpdateOperation operation) {
        return operation.at() + " " + operation.name() + (operation.by() == null ? "" : " by " + operation.by());
    }

    private static String joined(String between, @Nullable Object... parts) {
        return Stream.of(parts).filter(Objects::nonNull).map(String::valueOf).collect(Collectors.joining(between));
    }
}

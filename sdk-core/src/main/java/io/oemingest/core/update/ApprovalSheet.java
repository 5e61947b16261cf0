package io.oemingest.core.update;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The record that OEM and operator sign when they approve requests of one kind (rules APR-03 to APR-05). */
public record ApprovalSheet(Kind kind, List<Row> rows) {
    public ApprovalSheet {
        rows = List.copyOf(rows);
    }

    /** Requests that are approved apart from each other (rule APR-04). */
    public enum Kind {
        FROM_8_0("8.0 to 8.1"),
        OEM("8.1 and later"),
        /** Has no column for tickets (rule APR-05). */
        OS_ONLY("operating system alone");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The words over a sheet. */
        public String text() {
            return text;
        }
    }

    /**
     * A request on a sheet; null is what is not known or not there.
     *
     * @param ticket of the request, never that of a submission; null for an operating system alone
     * @param modelName not the marketing name
     */
    public record Row(
            long number,
            @Nullable RequestForUpdateTicket ticket,
            @Nullable String modelName,
            @Nullable String operatorId,
            @Nullable FirmwareVersion sourceFirmware,
            @Nullable FirmwareVersion targetFirmware,
            @Nullable FirmwareVersion osBefore,
            @Nullable FirmwareVersion osAfter) {}

    /** One sheet for each kind among the requests, in the order of the kinds; rows in the order given. */
    public static List<ApprovalSheet> of(List<RequestForUpdate> requests) {
        Map<Kind, List<Row>> rows = new EnumMap<>(Kind.class);
        for (RequestForUpdate each : requests) {
            rows.computeIfAbsent(kind(each), kind -> new ArrayList<>()).add(row(each));
        }
        return rows.entrySet().stream()
                .map(each -> new ApprovalSheet(each.getKey(), each.getValue()))
                .toList();
    }

    /** The rows as a table for spreadsheets (RFC 4180); a text that a spreadsheet would take for a formula gets an apostrophe in front. */
    public String toCsv() {
        return ApprovalSheetText.csv(this);
    }

    public String toJson() {
        return ApprovalSheetText.json(this);
    }

    private static Kind kind(RequestForUpdate request) {
        if (request.payload() instanceof UpdatePayload.MicrosoftAkOnly) {
            return Kind.OS_ONLY;
        }
        FirmwareVersion before = os(request.source());
        FirmwareVersion after = os(request.target());
        boolean leaves80 = before != null
                && after != null
                && before.compareTo(PhoneChecks.NAMED_PHONES_SINCE) < 0
                && after.compareTo(PhoneChecks.NAMED_PHONES_SINCE) >= 0;
        return leaves80 ? Kind.FROM_8_0 : Kind.OEM;
    }

    private static Row row(RequestForUpdate request) {
        UpdateReference source = request.source();
        return new Row(
                request.number(),
                kind(request) == Kind.OS_ONLY ? null : request.ticket(),
                request.deviceName(),
                request.operatorId(),
                source == null ? null : source.firmwareVersion(),
                request.target().firmwareVersion(),
                os(source),
                os(request.target()));
    }

    private static @Nullable FirmwareVersion os(@Nullable UpdateReference reference) {
        return reference == null ? null : reference.osVersion();
    }
}

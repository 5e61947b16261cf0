package io.oemingest.core.internal.wire.update;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.CancellationJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.OperationJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.ReferenceJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.StatusJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOperation;
import io.oemingest.core.update.UpdatePayload;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateReference;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.update.UpdateType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a request out of an answer; words that only a newer service knows are kept as they are. */
public final class RequestReader {
    private final RequestForUpdateJson json;
    private final String source;

    private RequestReader(RequestForUpdateJson json, String source) {
        this.json = json;
        this.source = source;
    }

    /** The request. @throws MalformedFileException naming the JSON path of what is missing or cannot be */
    public static RequestForUpdate read(RequestForUpdateJson json, String source) throws MalformedFileException {
        return new RequestReader(json, source).request();
    }

    private RequestForUpdate request() throws MalformedFileException {
        String type = required(json.type(), source, "$.type");
        String stage = required(json.stage(), source, "$.stage");
        return new RequestForUpdate(
                convert(json.ticketId(), RequestForUpdateTicket::new, source, "$.ticketId"),
                required(json.number(), source, "$.number"),
                payload(),
                Objects.requireNonNullElse(UpdateType.parseOrNull(type), UpdateType.UNRECOGNIZED),
                type,
                json.deviceName(),
                json.operatorId(),
                Objects.requireNonNullElse(UpdateStage.parseOrNull(stage), UpdateStage.UNRECOGNIZED),
                stage,
                status(),
                approvals(),
                Boolean.TRUE.equals(json.isApproved()),
                reference(required(json.target(), source, "$.target"), "$.target"),
                json.source() == null ? null : reference(json.source(), "$.source"),
                operations(),
                cancellation(),
                json.warnings() == null ? List.of() : ReportWire.toModel(json.warnings(), source, "$.warnings"));
    }

    private UpdatePayload payload() throws MalformedFileException {
        String word = required(json.payloadType(), source, "$.payloadType");
        ReferenceJson target = required(json.target(), source, "$.target");
        ReferenceJson from = json.source();
        return switch (word) {
            case MicrosoftOemMixed.TEXT ->
                new MicrosoftOemMixed(
                        convert(target.ticketId(), SubmissionTicket::new, source, "$.target.ticketId"),
                        from == null
                                ? null
                                : convert(from.ticketId(), SubmissionTicket::new, source, "$.source.ticketId"));
            case MicrosoftAkOnly.TEXT -> systemAlone(word, target, required(from, source, "$.source"));
            default -> new UpdatePayload.Unrecognized(word);
        };
    }

    /** A processor or product of a later day makes the payload one that is not known here. */
    private UpdatePayload systemAlone(String word, ReferenceJson target, ReferenceJson from) {
        try {
            return MicrosoftAkOnly.parse(json.cpu(), json.product(), from.osVersion(), target.osVersion());
        } catch (IllegalArgumentException e) {
            return new UpdatePayload.Unrecognized(word);
        }
    }

    private UpdateStatus status() throws MalformedFileException {
        StatusJson status = required(json.status(), source, "$.status");
        String word = required(status.state(), source, "$.status.state");
        return new UpdateStatus(
                Objects.requireNonNullElse(UpdateState.parseOrNull(word), UpdateState.UNRECOGNIZED),
                word,
                status.errorCode(),
                status.errorMessage());
    }

    private Set<ApprovalParty> approvals() {
        Set<ApprovalParty> parties = EnumSet.noneOf(ApprovalParty.class);
        for (String each : json.approvals() == null ? List.<String>of() : json.approvals()) {
            ApprovalParty party = ApprovalParty.parseOrNull(each);
            if (party != null) {
                parties.add(party);
            }
        }
        return parties;
    }

    private UpdateReference reference(ReferenceJson end, String path) throws MalformedFileException {
        return new UpdateReference(
                optional(end.ticketId(), SubmissionTicket::new, path + ".ticketId"),
                optional(end.firmwareVersion(), FirmwareVersion::parse, path + ".firmwareVersion"),
                optional(end.osVersion(), FirmwareVersion::parse, path + ".osVersion"));
    }

    private List<UpdateOperation> operations() throws MalformedFileException {
        List<UpdateOperation> operations = new ArrayList<>();
        for (OperationJson each : required(json.operations(), source, "$.operations")) {
            operations.add(new UpdateOperation(
                    required(each.name(), source, "$.operations.name"),
                    required(each.at(), source, "$.operations.at"),
                    each.by()));
        }
        required(operations.isEmpty() ? null : operations, source, "$.operations[0]");
        return operations;
    }

    private @Nullable UpdateCancellation cancellation() throws MalformedFileException {
        CancellationJson told = json.cancellation();
        return told == null
                ? null
                : new UpdateCancellation(
                        kind(told.kind()),
                        required(told.at(), source, "$.cancellation.at"),
                        optional(told.replacedBy(), RequestForUpdateTicket::new, "$.cancellation.replacedBy"),
                        told.explanation());
    }

    private static UpdateError kind(@Nullable String word) {
        for (UpdateError each : UpdateError.values()) {
            if (each.name().equals(word == null ? null : word.toUpperCase(Locale.ROOT))) {
                return each;
            }
        }
        // Whatever a newer service calls it, the request is not going on.
        return UpdateError.CANCELLED;
    }

    private <R> @Nullable R optional(@Nullable String text, Function<String, R> toModel, String path)
            throws MalformedFileException {
        return text == null ? null : convert(text, toModel, source, path);
    }
}

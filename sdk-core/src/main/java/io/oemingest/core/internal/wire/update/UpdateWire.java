package io.oemingest.core.internal.wire.update;

import io.oemingest.core.internal.wire.CreateRequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.CancellationJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.OperationJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.ReferenceJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson.StatusJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.update.UpdateReference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Requests and orders as the API has them. */
public final class UpdateWire {
    private UpdateWire() {}

    /** A request; without its warnings in lists. */
    public static RequestForUpdateJson toWire(RequestForUpdate request, boolean inList) {
        MicrosoftAkOnly system = request.payload() instanceof MicrosoftAkOnly alone ? alone : null;
        return new RequestForUpdateJson(
                request.ticket().id(),
                request.number(),
                request.payload().text(),
                request.typeWord(),
                request.deviceName(),
                request.operatorId(),
                system == null ? null : system.cpu().text(),
                system == null ? null : system.product().text(),
                request.stageWord(),
                new StatusJson(
                        request.status().word(),
                        request.status().errorCode(),
                        request.status().errorMessage()),
                request.approved(),
                request.approvals().stream().map(ApprovalParty::text).sorted().toList(),
                toWire(request.target()),
                toWire(request.source()),
                request.operations().stream()
                        .map(each -> new OperationJson(each.name(), each.at(), each.by()))
                        .toList(),
                toWire(request.cancellation()),
                inList ? null : ReportWire.toWire(request.warnings()),
                request.created(),
                request.changed());
    }

    /** What is asked for, as the body that asks for it. */
    public static CreateRequestForUpdateJson toWire(UpdateOrder order) {
        MicrosoftOemMixed mixed = order.payload() instanceof MicrosoftOemMixed images ? images : null;
        MicrosoftAkOnly system = order.payload() instanceof MicrosoftAkOnly alone ? alone : null;
        return new CreateRequestForUpdateJson(
                order.payload().text(),
                order.type().text(),
                order.deviceName(),
                order.operatorId(),
                mixed == null ? null : mixed.target().id(),
                mixed == null ? null : text(mixed.source()),
                system == null ? null : system.cpu().text(),
                system == null ? null : system.product().text(),
                system == null ? null : text(system.source()),
                system == null ? null : text(system.target()),
                text(order.replaces()));
    }

    private static @Nullable ReferenceJson toWire(@Nullable UpdateReference end) {
        return end == null
                ? null
                : new ReferenceJson(text(end.ticket()), text(end.firmwareVersion()), text(end.osVersion()));
    }

    private static @Nullable CancellationJson toWire(@Nullable UpdateCancellation cancellation) {
        return cancellation == null
                ? null
                : new CancellationJson(
                        word(cancellation),
                        cancellation.at(),
                        text(cancellation.replacedBy()),
                        cancellation.explanation());
    }

    /** {@code Cancelled}, {@code Replaced}, {@code Withdrawn}. */
    private static String word(UpdateCancellation cancellation) {
        String name = cancellation.kind().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

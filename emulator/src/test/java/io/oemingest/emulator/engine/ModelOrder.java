package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateType;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for in the reference model, in plain words; ends are tickets, or versions where there is a product.
 *
 * @param product of an update of the operating system alone; null for one from image to image
 */
record ModelOrder(
        String type,
        @Nullable String product,
        @Nullable String source,
        String target,
        @Nullable String device,
        @Nullable String operator,
        @Nullable String replaces) {

    boolean isRetail() {
        return type.equals("RetailServicing");
    }

    /** Whether it is for a phone of this name, or for any. */
    boolean isFor(ModelImage image) {
        return (device == null || device.equalsIgnoreCase(image.device()))
                && (operator == null || operator.equalsIgnoreCase(ModelImage.OPERATOR));
    }

    /** The phone that it names in full; null if it does not. */
    @Nullable
    String phone() {
        return ModelImage.OPERATOR.equalsIgnoreCase(operator) ? device : null;
    }

    UpdateOrder order() {
        UpdateType kind = UpdateType.parseOrNull(type);
        UpdateOrder order = product == null
                ? UpdateOrder.of(
                        new SubmissionTicket(target), source == null ? null : new SubmissionTicket(source), kind)
                : UpdateOrder.of(MicrosoftAkOnly.parse("ARM", product, source, target), kind);
        return order.forPhone(device, operator)
                .replacing(replaces == null ? null : new RequestForUpdateTicket(replaces));
    }
}

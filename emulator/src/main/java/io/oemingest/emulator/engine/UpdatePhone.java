package io.oemingest.emulator.engine;

import io.oemingest.core.update.UpdateOrder;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The phone and operator of one account's updates, in the form in which two are compared; empty is what a request does not name. */
record UpdatePhone(UUID clientId, String device, String operator) {

    static UpdatePhone of(UUID clientId, UpdateOrder order) {
        return new UpdatePhone(clientId, fold(order.deviceName()), fold(order.operatorId()));
    }

    /** Whether an image is for this phone; one that is not named is any. */
    boolean isOf(BookedImage booked) {
        return booked.clientId().equals(clientId)
                && (device.isEmpty()
                        || device.equals(fold(booked.image().pairing().modelName())))
                && (operator.isEmpty()
                        || operator.equals(fold(booked.image().pairing().operatorName())));
    }

    static String fold(@Nullable String name) {
        return Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
    }
}

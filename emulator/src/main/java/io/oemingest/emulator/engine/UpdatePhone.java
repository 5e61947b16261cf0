package io.oemingest.emulator.engine;

import io.oemingest.core.model.PhoneOperatorPairing;
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

    static UpdatePhone of(UUID clientId, String deviceName, String operatorId) {
        return new UpdatePhone(clientId, fold(deviceName), fold(operatorId));
    }

    /** The phone and operator of an image. */
    static UpdatePhone of(BookedImage booked) {
        PhoneOperatorPairing pairing = booked.image().pairing();
        return new UpdatePhone(booked.clientId(), fold(pairing.modelName()), fold(pairing.operatorName()));
    }

    /** Whether both device and operator are named, so that it is one phone and not any. */
    boolean isNamed() {
        return !device.isEmpty() && !operator.isEmpty();
    }

    /** Whether an image is for this phone; one that is not named is any. */
    boolean isOf(BookedImage booked) {
        UpdatePhone other = of(booked);
        return other.clientId.equals(clientId)
                && (device.isEmpty() || device.equals(other.device))
                && (operator.isEmpty() || operator.equals(other.operator));
    }

    static String fold(@Nullable String name) {
        return Objects.requireNonNullElse(name, "").toLowerCase(Locale.ROOT);
    }
}

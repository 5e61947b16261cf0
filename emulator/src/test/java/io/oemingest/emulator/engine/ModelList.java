package io.oemingest.emulator.engine;

import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import org.jspecify.annotations.Nullable;

/** A page that somebody asks for in the reference model; null is no restriction, and {@code before} a number too high for all. */
record ModelList(
        @Nullable String state,
        @Nullable String type,
        @Nullable String device,
        @Nullable String operator,
        long before,
        int limit) {

    boolean shows(ModelRequest request) {
        return request.number < before
                && (state == null || state.equals(request.state()))
                && (type == null || type.equals(request.order.type()))
                && (device == null || device.equalsIgnoreCase(request.order.device()))
                && (operator == null || operator.equalsIgnoreCase(request.order.operator()));
    }

    UpdateQuery query() {
        return new UpdateQuery(
                UpdateState.parseOrNull(state),
                UpdateType.parseOrNull(type),
                device,
                operator,
                before == Long.MAX_VALUE ? null : Long.toString(before),
                limit);
    }
}

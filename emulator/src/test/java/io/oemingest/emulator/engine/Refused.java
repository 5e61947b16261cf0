package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.model.ReasonCode;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says what a refusal must be. */
final class Refused {
    private Refused() {}

    static Refusal by(ThrowingCallable request) {
        return Objects.requireNonNull(catchThrowableOfType(Refusal.class, request), "nothing was refused");
    }

    static void with(ReasonCode reason, String detail, boolean retryable, ThrowingCallable request) {
        Refusal refusal = by(request);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal.detail()).isEqualTo(detail);
        assertThat(refusal.retryable()).isEqualTo(retryable);
        assertThat(refusal).hasMessage(reason.text() + ": " + detail);
    }
}

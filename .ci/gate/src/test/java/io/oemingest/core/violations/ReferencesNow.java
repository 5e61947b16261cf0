package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import java.time.Instant;
import java.util.function.Supplier;

/** Breaks a rule on purpose. */
@Violates("time-and-chance-come-in")
class ReferencesNow {
    Supplier<Instant> clock = Instant::now;
}

package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import java.time.Instant;

/** Breaks a rule on purpose. */
@Violates("time-and-chance-come-in")
class AsksForNow {
    Instant now() {
        return Instant.now();
    }
}

package io.oemingest.emulator.violations;

import io.oemingest.gate.Violates;
import java.util.UUID;
import java.util.function.Supplier;

/** Breaks a rule on purpose. */
@Violates("time-and-chance-come-in")
class ReferencesRandomUuid {
    Supplier<UUID> ids = UUID::randomUUID;
}

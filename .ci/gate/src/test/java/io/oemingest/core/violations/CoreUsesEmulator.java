package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import io.oemingest.emulator.AccompliceOfTheEmulator;

/** Breaks a rule on purpose. */
@Violates("sdk-without-emulator")
class CoreUsesEmulator {
    AccompliceOfTheEmulator field;
}

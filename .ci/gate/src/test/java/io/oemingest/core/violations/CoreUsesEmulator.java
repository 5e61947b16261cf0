package io.oemingest.core.violations;

import io.oemingest.emulator.AccompliceOfTheEmulator;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("sdk-without-emulator")
class CoreUsesEmulator {
    AccompliceOfTheEmulator field;
}

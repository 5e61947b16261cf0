package io.oemingest.emulator.violations;

import io.oemingest.client.AccompliceOfTheClient;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("emulator-without-client")
class EmulatorUsesClient {
    AccompliceOfTheClient field;
}

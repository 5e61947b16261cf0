package io.oemingest.emulator.violations;

import io.oemingest.gate.Violates;
import io.oemingest.client.AccompliceOfTheClient;

/** Breaks a rule on purpose. */
@Violates("emulator-without-client")
class EmulatorUsesClient {
    AccompliceOfTheClient field;
}

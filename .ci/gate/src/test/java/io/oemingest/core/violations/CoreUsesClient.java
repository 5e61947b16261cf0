package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import io.oemingest.client.AccompliceOfTheClient;

/** Breaks a rule on purpose. */
@Violates("core-without-client")
class CoreUsesClient {
    AccompliceOfTheClient field;
}

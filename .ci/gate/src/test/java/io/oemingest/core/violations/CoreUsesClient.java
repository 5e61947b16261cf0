package io.oemingest.core.violations;

import io.oemingest.client.AccompliceOfTheClient;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("core-without-client")
class CoreUsesClient {
    AccompliceOfTheClient field;
}

package io.oemingest.client.violations;

import io.oemingest.core.internal.io.StructReader;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("core-internals-stay-inside")
class ClientUsesCoreInternals {
    StructReader field;
}

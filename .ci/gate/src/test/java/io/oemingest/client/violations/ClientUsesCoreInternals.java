package io.oemingest.client.violations;

import io.oemingest.gate.Violates;
import io.oemingest.core.internal.io.StructReader;

/** Breaks a rule on purpose. */
@Violates("core-internals-stay-inside")
class ClientUsesCoreInternals {
    StructReader field;
}

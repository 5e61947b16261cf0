package io.oemingest.samples.violations;

import io.oemingest.core.internal.io.StructReader;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("samples-use-public-api")
class SampleUsesInternals {
    StructReader field;
}

package io.oemingest.samples.violations;

import io.oemingest.gate.Violates;
import io.oemingest.core.internal.io.StructReader;

/** Breaks a rule on purpose. */
@Violates("samples-use-public-api")
class SampleUsesInternals {
    StructReader field;
}

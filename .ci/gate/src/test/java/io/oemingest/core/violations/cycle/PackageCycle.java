package io.oemingest.core.violations.cycle;

import io.oemingest.gate.Violates;
import io.oemingest.core.violations.cycle.deeper.AccompliceInCycle;

/** Breaks a rule on purpose. */
@Violates("packages-without-cycles")
public class PackageCycle {
    AccompliceInCycle field;
}

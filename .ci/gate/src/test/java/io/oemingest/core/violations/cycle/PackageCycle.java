package io.oemingest.core.violations.cycle;

import io.oemingest.core.violations.cycle.deeper.AccompliceInCycle;
import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("packages-without-cycles")
public class PackageCycle {
    AccompliceInCycle field;
}

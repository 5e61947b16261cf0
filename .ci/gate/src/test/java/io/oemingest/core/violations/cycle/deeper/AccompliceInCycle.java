package io.oemingest.core.violations.cycle.deeper;

import io.oemingest.core.violations.cycle.PackageCycle;

/** Points back at the package that points here. */
public final class AccompliceInCycle {
    PackageCycle field;
}

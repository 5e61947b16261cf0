package io.oemingest.emulator.violations;

import io.oemingest.gate.Violates;
import java.util.Date;

/** Breaks a rule on purpose. */
@Violates("time-and-chance-come-in")
class MakesADate {
    Date today = new Date();
}

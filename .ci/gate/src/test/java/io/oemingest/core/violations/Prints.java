package io.oemingest.core.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("no-console-in-libraries")
class Prints {
    void print() {
        System.out.println();
    }
}

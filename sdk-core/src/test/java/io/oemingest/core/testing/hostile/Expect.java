package io.oemingest.core.testing.hostile;

/** What must hold of accepted bytes, also where assertions of a test library would cost too much. */
public final class Expect {
    private Expect() {}

    public static void that(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError("does not hold: " + what);
        }
    }

    public static void same(Object expected, Object found, String what) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + ": expected " + expected + ", found " + found);
        }
    }
}

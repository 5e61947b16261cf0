package io.oemingest.samples;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Prints how long each step took. */
final class Stopwatch {
    private final PrintStream out;
    private long last = System.nanoTime();

    Stopwatch(PrintStream out) {
        this.out = out;
    }

    void lap(String step) {
        long now = System.nanoTime();
        double seconds = Duration.ofNanos(now - last).toMillis() / 1000.0;
        last = now;
        out.printf(Locale.ROOT, "%7.1f s  %s%n", seconds, step);
    }
}

package io.oemingest.bench.updates;

import java.util.ArrayList;
import java.util.List;

/** How long calls took, each by the clock. */
final class Latencies {
    private static final double MILLIS = 1e6;

    private final List<Double> taken = new ArrayList<>();

    /** Makes a call and takes its time. */
    void time(Runnable call) {
        long before = System.nanoTime();
        call.run();
        taken.add((System.nanoTime() - before) / MILLIS);
    }

    /** Milliseconds. */
    double median() {
        return percentile(50);
    }

    /** Milliseconds within which so many of a hundred calls were over. */
    double percentile(int part) {
        List<Double> sorted = taken.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * part / 100));
    }
}

package io.oemingest.bench.updates;

import java.util.Arrays;

/** How long calls took, each by the clock. */
final class Latencies {
    private static final double MILLIS = 1e6;

    private double[] taken = new double[64];
    private int count;

    /** Makes a call and takes its time. */
    void time(Runnable call) {
        long before = System.nanoTime();
        call.run();
        if (count == taken.length) {
            taken = Arrays.copyOf(taken, 2 * count);
        }
        taken[count++] = (System.nanoTime() - before) / MILLIS;
    }

    /** Milliseconds. */
    double median() {
        return percentile(50);
    }

    /** Milliseconds within which so many of a hundred calls were over. */
    double percentile(int part) {
        double[] sorted = Arrays.copyOf(taken, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, count * part / 100)];
    }
}

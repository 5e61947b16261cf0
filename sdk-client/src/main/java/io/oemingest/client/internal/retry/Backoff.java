package io.oemingest.client.internal.retry;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Doubling delays; chance takes away up to a half, so that many clients do not come back at one moment. */
public final class Backoff {
    private static final int LAST_DOUBLING = 30;

    private final Duration first;
    private final Duration longest;
    private final RandomGenerator random;

    public Backoff(Duration first, Duration longest, RandomGenerator random) {
        this.first = first;
        this.longest = longest;
        this.random = random;
    }

    /** The pause after the given number of failed attempts, counted from 1. */
    public Duration after(int failures) {
        long factor = 1L << Math.min(failures - 1, LAST_DOUBLING);
        double nanos = Math.min((double) first.toNanos() * factor, (double) longest.toNanos());
        return Duration.ofNanos((long) (nanos * (0.5 + random.nextDouble() / 2)));
    }
}

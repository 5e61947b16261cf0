package io.oemingest.client;

import java.time.Duration;

/**
 * How the client repeats calls that failed for a passing reason. Every call it repeats is safe to repeat. A delay grows
 * from {@code firstDelay} by doubling up to {@code longestDelay}, of which chance takes away up to a half.
 *
 * @param attempts how often a call is made in all, at least 1; an upload or download counts anew after each progress
 * @param firstDelay the pause before the second attempt
 * @param longestDelay no computed pause is longer
 * @param longestRetryAfter a longer wish of the service ends the call with its exception
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, Duration longestRetryAfter) {
    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(5, Duration.ofMillis(500), Duration.ofSeconds(30), Duration.ofMinutes(2));

    /** Takes the four settings. @throws IllegalArgumentException if there is no attempt, or a delay is negative */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("A call needs at least 1 attempt, not " + attempts);
        }
        if (firstDelay.isNegative() || longestDelay.isNegative() || longestRetryAfter.isNegative()) {
            throw new IllegalArgumentException("A delay must not be negative");
        }
    }

    /** Five attempts, half a second to half a minute between them, two minutes at the service's wish. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** One attempt only. */
    public static RetryPolicy none() {
        return DEFAULTS.withAttempts(1);
    }

    public RetryPolicy withAttempts(int count) {
        return new RetryPolicy(count, firstDelay, longestDelay, longestRetryAfter);
    }

    public RetryPolicy withDelays(Duration first, Duration longest) {
        return new RetryPolicy(attempts, first, longest, longestRetryAfter);
    }

    public RetryPolicy withLongestRetryAfter(Duration longest) {
        return new RetryPolicy(attempts, firstDelay, longestDelay, longest);
    }
}

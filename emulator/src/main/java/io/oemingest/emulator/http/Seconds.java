package io.oemingest.emulator.http;

import java.time.Duration;

/** Durations as HTTP writes them. */
final class Seconds {
    private Seconds() {}

    /** Whole seconds, never too few. */
    static String roundedUp(Duration duration) {
        return Long.toString(duration.plusNanos(999_999_999).toSeconds());
    }
}

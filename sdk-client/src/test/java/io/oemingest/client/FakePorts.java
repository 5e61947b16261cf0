package io.oemingest.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** A clock that moves only when somebody sleeps, and chance that takes the same course in every run. */
final class FakePorts {
    final List<Duration> sleeps = new ArrayList<>();
    private final RandomGenerator random = new SplittableRandom(7);
    Instant now = Instant.parse("2026-11-22T06:16:00Z");

    ClientPorts ports() {
        return new ClientPorts(() -> now, this::sleep, random);
    }

    private void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(time);
        now = now.plus(time);
    }
}

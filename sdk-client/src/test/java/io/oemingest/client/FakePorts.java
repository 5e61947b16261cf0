package io.oemingest.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A clock that moves only when somebody sleeps, and chance that always says the same. */
final class FakePorts {
    final List<Duration> sleeps = new ArrayList<>();
    Instant now = Instant.parse("2026-11-22T06:16:00Z");

    ClientPorts ports() {
        return new ClientPorts(() -> now, this::sleep, new SplittableRandom(7));
    }

    private void sleep(Duration time) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        sleeps.add(time);
        now = now.plus(time);
    }
}

package io.oemingest.client;

import io.oemingest.client.internal.retry.Sleeper;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** What the client needs from outside besides the network. */
record ClientPorts(InstantSource time, Sleeper sleeper, RandomGenerator random) {

    /** The machine's own clock, sleep and chance. */
    static ClientPorts system() {
        return new ClientPorts(
                InstantSource.system(), time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), new SecureRandom());
    }
}

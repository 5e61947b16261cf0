package io.oemingest.client;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/** The only place that asks the machine for time, sleep and chance. */
final class SystemWiring {
    private SystemWiring() {}

    static ClientPorts ports() {
        return new ClientPorts(
                InstantSource.system(), time -> TimeUnit.NANOSECONDS.sleep(time.toNanos()), new SecureRandom());
    }
}

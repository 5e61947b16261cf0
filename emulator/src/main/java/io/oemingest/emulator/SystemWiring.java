package io.oemingest.emulator;

import io.oemingest.emulator.store.RandomIdentifiers;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;

/** The only place of the emulator that asks the machine for time and chance. */
final class SystemWiring {
    private static final SecureRandom CHANCE = new SecureRandom();

    private SystemWiring() {}

    static InstantSource time() {
        return InstantSource.system();
    }

    static SecureRandom chance() {
        return CHANCE;
    }

    static RandomIdentifiers identifiers() {
        return new RandomIdentifiers(CHANCE);
    }

    static UUID correlationId() {
        return UUID.randomUUID();
    }
}

package io.oemingest.client;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Names of requests, so that one that is repeated after a lost answer happens once. */
final class IdempotencyKeys {
    private final RandomGenerator random;

    IdempotencyKeys(RandomGenerator random) {
        this.random = random;
    }

    /** A key that no other request has. */
    String next() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

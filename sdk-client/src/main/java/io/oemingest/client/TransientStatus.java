package io.oemingest.client;

import java.util.Set;

/** The HTTP statuses after which the same request may succeed (RFC 9110 15.5.9, 15.6; RFC 6585 4). */
final class TransientStatus {
    private static final Set<Integer> CODES = Set.of(408, 429, 500, 502, 503, 504);

    private TransientStatus() {}

    static boolean includes(int status) {
        return CODES.contains(status);
    }
}

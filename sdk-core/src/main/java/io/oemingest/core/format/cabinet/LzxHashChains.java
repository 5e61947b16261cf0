package io.oemingest.core.format.cabinet;

import java.util.Arrays;

/** Finds earlier places where the same three bytes stand, the nearest first. */
final class LzxHashChains {
    static final int HASHED = 3;
    static final int NONE = -1;

    private static final int HASH_BITS = 18;
    private static final int MULTIPLIER = 0x9E3779B1;

    private final LzxHistory history;
    private final int[] last = new int[1 << HASH_BITS];
    /** For each place of the window the place before it in its chain. */
    private final int[] before;

    private int next;

    LzxHashChains(LzxHistory history) {
        this.history = history;
        this.before = new int[history.window()];
        Arrays.fill(last, NONE);
    }

    /** Adds all places before this one whose three bytes are there. */
    void addUpTo(int place) {
        int end = Math.min(place, history.end() - HASHED + 1);
        for (; next < end; next++) {
            int hash = hash(next);
            before[next % before.length] = last[hash];
            last[hash] = next;
        }
    }

    /** The nearest place with the same hash as this one, {@link #NONE} if there is none. */
    int first(int place) {
        return last[hash(place)];
    }

    /** The next place of the chain, valid while it is within the window; otherwise some place that is not. */
    int further(int place) {
        return before[place % before.length];
    }

    private int hash(int place) {
        int three = history.get(place) | (history.get(place + 1) << 8) | (history.get(place + 2) << 16);
        return (three * MULTIPLIER) >>> (Integer.SIZE - HASH_BITS);
    }
}

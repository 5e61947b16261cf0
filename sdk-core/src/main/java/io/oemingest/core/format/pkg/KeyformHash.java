package io.oemingest.core.format.pkg;

import java.util.Locale;

/** The hash at the end of component manifest names: four 32-bit lanes, joined with fixed factors modulo 2^64. */
final class KeyformHash {
    private static final int LANES = 4;
    private static final int STEP = 0x1003F;
    private static final long[] JOIN = {0x1E5FFFFFD27L, 0xFFFFFFDC00000051L, 0x1FFFFFFF7L, 1};
    private static final long CHAIN = 0x1FFFFFFF7L;

    private KeyformHash() {}

    /** Adds one attribute of an assembly identity to the key. */
    static long combine(long key, String attribute, String value) {
        return of(value) + CHAIN * of(attribute) + CHAIN * key;
    }

    static long of(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        int[] lanes = new int[LANES];
        for (int i = 0; i < lower.length(); i++) {
            lanes[i % LANES] = lanes[i % LANES] * STEP + lower.charAt(i);
        }
        long hash = 0;
        for (int i = 0; i < LANES; i++) {
            hash += Integer.toUnsignedLong(lanes[i]) * JOIN[i];
        }
        return hash;
    }
}

package io.oemingest.samples;

import io.oemingest.core.io.ByteSource;

/**
 * Any number of bytes that look like chance and take no memory: byte n depends on the seed and on n alone (SplitMix64 of
 * each word's number). Nothing packs them smaller. Safe for threads.
 */
record SeededBytes(String name, long size, long seed) implements ByteSource {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    @Override
    public int read(long offset, byte[] target, int start, int length) {
        if (offset >= size) {
            return -1;
        }
        int count = (int) Math.min(length, size - offset);
        long word = 0;
        for (int i = 0; i < count; i++) {
            long at = offset + i;
            if (i == 0 || (at & 7) == 0) {
                word = mixed(seed + (at >>> 3) * GOLDEN);
            }
            target[start + i] = (byte) (word >>> ((at & 7) * 8));
        }
        return count;
    }

    private static long mixed(long value) {
        long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}

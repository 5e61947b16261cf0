package io.oemingest.bench;

import io.oemingest.core.io.ByteSource;
import java.util.SplittableRandom;

/** A mebibyte by chance, over and over. */
public final class RepeatedBytes implements ByteSource {
    private final String name;
    private final long size;
    private final byte[] unit = new byte[1 << 20];

    public RepeatedBytes(String name, long size, long seed) {
        this.name = name;
        this.size = size;
        new SplittableRandom(seed).nextBytes(unit);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int read(long offset, byte[] target, int start, int length) {
        if (offset >= size) {
            return -1;
        }
        int from = (int) (offset % unit.length);
        int n = (int) Math.min(Math.min(length, unit.length - from), size - offset);
        System.arraycopy(unit, from, target, start, n);
        return n;
    }
}

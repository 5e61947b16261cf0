package io.oemingest.core.inspect;

import java.math.BigInteger;

/** Sizes of partitions as people read them. */
final class Megabytes {
    private static final BigInteger MEGABYTE = BigInteger.valueOf(1 << 20);

    private Megabytes() {}

    /** So many sectors in whole megabytes of 2^20 bytes, rounded up. */
    static long of(long sectors, long sectorSize) {
        BigInteger bytes = BigInteger.valueOf(sectors).multiply(BigInteger.valueOf(sectorSize));
        BigInteger[] parts = bytes.divideAndRemainder(MEGABYTE);
        return parts[0].add(BigInteger.valueOf(parts[1].signum())).longValue();
    }
}

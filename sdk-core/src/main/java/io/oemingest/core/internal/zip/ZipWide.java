package io.oemingest.core.internal.zip;

import static java.lang.Short.toUnsignedInt;

import java.nio.ByteBuffer;

/** The zip64 extra field: 64-bit values for those 32-bit fields that are all ones, in the order of the fields. */
final class ZipWide {
    private final ByteBuffer extra;
    private boolean broken;

    /** Takes all extra fields of an entry; anything but one zip64 field leaves this unspent. */
    ZipWide(ByteBuffer extra) {
        this.extra = extra;
        if (extra.remaining() >= 4) {
            int id = toUnsignedInt(extra.getShort());
            int length = toUnsignedInt(extra.getShort());
            broken = id != ZipFormat.EXTRA_64 || length != extra.remaining();
        }
    }

    /** The value of a field, here if it is all ones there. */
    long take(long narrow) {
        if (narrow != ZipFormat.MAX_32) {
            return narrow;
        }
        if (broken || extra.remaining() < Long.BYTES) {
            broken = true;
            return 0;
        }
        long value = extra.getLong();
        broken = value < ZipFormat.MAX_32;
        return value;
    }

    /** Whether every byte was needed and all were there. */
    boolean isSpent() {
        return !broken && !extra.hasRemaining();
    }
}

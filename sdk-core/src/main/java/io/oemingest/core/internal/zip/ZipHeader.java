package io.oemingest.core.internal.zip;

import static java.lang.Short.toUnsignedInt;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** What the central and the local header of an entry have in common. */
record ZipHeader(int flags, int method, int crc, String name) {
    static ZipHeader ofCentral(ByteBuffer central, String name) {
        return new ZipHeader(
                toUnsignedInt(central.getShort(8)), toUnsignedInt(central.getShort(10)), central.getInt(16), name);
    }

    static ZipHeader ofLocal(ByteBuffer local, String name) {
        return new ZipHeader(
                toUnsignedInt(local.getShort(6)), toUnsignedInt(local.getShort(8)), local.getInt(14), name);
    }

    /** Why an entry like this is not read, or null. */
    @Nullable
    String problem(long packed, long size) {
        if ((flags & ZipFormat.FLAG_ENCRYPTED) != 0) {
            return "'" + name + "' is encrypted";
        }
        if (flags != ZipFormat.FLAG_UTF8 && (flags != 0 || !isAscii())) {
            return "'" + name + "' has the flags 0x" + Integer.toHexString(flags) + ", only 0x800 (UTF-8) is read";
        }
        if (method != ZipFormat.STORED && method != ZipFormat.DEFLATED) {
            return "'" + name + "' is packed by method " + method + ", only 0 (stored) and 8 (deflated) are read";
        }
        if (method == ZipFormat.STORED && packed != size) {
            return "'" + name + "' is stored and has two sizes, " + packed + " and " + size;
        }
        if (method == ZipFormat.DEFLATED && ZipFormat.looksLikeBomb(packed, size)) {
            return "'" + name + "' grows from " + packed + " to " + size + " bytes, more than " + ZipFormat.MAX_RATIO
                    + " times";
        }
        return null;
    }

    private boolean isAscii() {
        return name.chars().allMatch(c -> c < 0x80);
    }
}

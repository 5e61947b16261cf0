package io.oemingest.core.internal.zip;

import static java.lang.Short.toUnsignedInt;

import io.oemingest.core.internal.io.StructReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The header before an entry's data, which must say what the central directory says and follow the entry before. */
final class ZipLocal {
    private final StructReader reader;
    private final long at;
    private final long expectedAt;

    ZipLocal(StructReader reader, long at, long expectedAt) {
        this.reader = reader;
        this.at = at;
        this.expectedAt = expectedAt;
    }

    ZipEntryFacts matching(ZipHeader central, long packed, long size) throws IOException {
        String part = "local header of '" + central.name() + "'";
        if (at != expectedAt) {
            throw reader.malformed(part, at, "must begin at " + expectedAt + ", where the entry before it ends");
        }
        ByteBuffer fixed = reader.read(part, at, ZipFormat.LOCAL_SIZE);
        if (fixed.getInt(0) != ZipFormat.LOCAL_SIGNATURE) {
            throw reader.malformed(part, at, "does not begin with its signature");
        }
        int nameLength = toUnsignedInt(fixed.getShort(26));
        int extraLength = toUnsignedInt(fixed.getShort(28));
        ByteBuffer name = reader.read(part, at + ZipFormat.LOCAL_SIZE, nameLength);
        long extraAt = at + ZipFormat.LOCAL_SIZE + nameLength;
        ZipWide wide = new ZipWide(reader.read(part, extraAt, extraLength));
        boolean sameSizes = wide.take(Integer.toUnsignedLong(fixed.getInt(22))) == size
                && wide.take(Integer.toUnsignedLong(fixed.getInt(18))) == packed
                && wide.isSpent();
        String text = StandardCharsets.UTF_8.decode(name).toString();
        if (!sameSizes || !ZipHeader.ofLocal(fixed, text).equals(central)) {
            throw reader.malformed(part, at, "does not say what the central directory says");
        }
        long dataAt = extraAt + extraLength;
        reader.read(part, Math.addExact(dataAt, packed), 0); // refuses data that end after the file
        return new ZipEntryFacts(
                central.name(), central.method() == ZipFormat.STORED, central.crc(), dataAt, packed, size);
    }
}

package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The bytes of an image and how much of them may be held. Refusals name the number that a flasher would show. */
record FfuInput(ByteSource source, FormatLimits limits) {

    /** The bytes of one structure, little-endian. */
    ByteBuffer read(FlashError error, String part, long offset, int length) throws IOException {
        require(error, part, offset, length);
        return new StructReader(source).read(part, offset, length);
    }

    /** Sees that a region lies inside the file. */
    void require(FlashError error, String part, long offset, long length) throws MalformedFileException {
        if (length > source.size() - offset) {
            throw malformed(
                    error,
                    part,
                    offset,
                    "needs " + length + " bytes, the file ends at " + source.size() + " (truncated?)");
        }
    }

    MalformedFileException malformed(FlashError error, String part, long offset, String problem) {
        return new MalformedFileException(
                Location.ofOffset(source.name(), part, offset), problem + "; flashing error " + error.number());
    }

    /** The next multiple of {@code unit} at or after {@code offset}. */
    static long align(long offset, int unit) {
        return (offset + unit - 1) / unit * unit;
    }

    /** An unsigned field of four bytes. */
    static long u4(ByteBuffer fields, int at) {
        return Integer.toUnsignedLong(fields.getInt(at));
    }
}

package io.oemingest.core.internal.io;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads fixed structures exactly: too few bytes are a {@link MalformedFileException} naming structure and offset. */
public final class StructReader {
    private final ByteSource source;

    public StructReader(ByteSource source) {
        this.source = source;
    }

    /** The {@code length} bytes of structure {@code name} at {@code offset}, little-endian. */
    public ByteBuffer read(String name, long offset, int length) throws IOException {
        if (offset < 0 || length < 0 || length > source.size() - offset) {
            throw malformed(
                    name, offset, "needs " + length + " bytes, the file ends at " + source.size() + " (truncated?)");
        }
        byte[] bytes = new byte[length];
        source.readFully(offset, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public MalformedFileException malformed(String name, long offset, String problem) {
        return new MalformedFileException(Location.ofOffset(source.name(), name, offset), problem);
    }
}

package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;

/** Writes an unsigned cabinet of one folder; the same files give the same bytes. For one thread. */
public final class CabinetWriter {
    private CabinetWriter() {}

    /** Starts a cabinet. @throws IllegalArgumentException for LZX, which can only be read */
    public static CabinetWriter create(CabinetCompression compression) {
        throw new UnsupportedOperationException();
    }

    /** Adds a file with a fixed date and the archive attribute. @throws IllegalArgumentException for an unsafe or repeated name */
    public CabinetWriter add(String name, ByteSource content) {
        throw new UnsupportedOperationException();
    }

    /** Adds a file with the name, date and attributes of another. */
    public CabinetWriter add(CabinetMember like, ByteSource content) {
        throw new UnsupportedOperationException();
    }

    /** Writes the file, replacing what is there; nothing is left behind on failure. @throws IOException also when a cabinet cannot hold so much */
    public void writeTo(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }
}

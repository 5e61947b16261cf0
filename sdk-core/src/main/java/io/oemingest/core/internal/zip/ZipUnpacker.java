package io.oemingest.core.internal.zip;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** The unpacked bytes of one entry: never more than it declares, never fewer, and with the CRC that it declares. */
final class ZipUnpacker extends FilterInputStream {
    private final StrictZip zip;
    private final ZipEntryFacts entry;
    private final Inflater inflater;
    private final CRC32 crc = new CRC32();
    private long left;

    private ZipUnpacker(StrictZip zip, ZipEntryFacts entry, Inflater inflater) {
        super(
                entry.stored()
                        ? zip.packed(entry).stream()
                        : new InflaterInputStream(zip.packed(entry).stream(), inflater));
        this.zip = zip;
        this.entry = entry;
        this.inflater = inflater;
        this.left = entry.size();
    }

    static InputStream open(StrictZip zip, ZipEntryFacts entry) {
        return new ZipUnpacker(zip, entry, new Inflater(true));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        int n = unpack(target, start, length);
        if (n < 0) {
            checkEnd();
        } else {
            crc.update(target, start, n);
            left -= n;
            if (left < 0) {
                throw zip.malformed(entry, "unpacks to more than the " + entry.size() + " bytes it declares");
            }
        }
        return n;
    }

    private int unpack(byte[] target, int start, int length) throws IOException {
        try {
            return super.read(target, start, length);
        } catch (ZipException | EOFException e) {
            throw zip.malformed(entry, "is not a deflate stream: " + e.getMessage());
        }
    }

    private void checkEnd() throws IOException {
        if (left > 0) {
            throw zip.malformed(entry, "unpacks to " + left + " bytes fewer than it declares");
        }
        if (!entry.stored() && inflater.getBytesRead() != entry.packed()) {
            throw zip.malformed(entry, "has bytes after its deflate stream");
        }
        if ((int) crc.getValue() != entry.crc()) {
            throw zip.malformed(entry, "does not have the CRC it declares");
        }
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        super.close();
    }
}

package io.oemingest.core.internal.zip;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip file that {@link StrictZip} reads: fixed times, no host data, zip64 only where needed. The same entries
 * give the same bytes on the same Java runtime. Not for several threads.
 */
public final class ZipWriter implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final List<ZipWritten> written = new ArrayList<>();

    private ZipWriter(FileChannel channel) {
        this.channel = channel;
    }

    /** Starts a new file. @throws java.nio.file.FileAlreadyExistsException if there is one */
    public static ZipWriter create(Path file) throws IOException {
        return new ZipWriter(FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Adds a text, deflated unless that does not pay or would look like a bomb. */
    public void addText(String name, byte[] text) throws IOException {
        byte[] deflated = deflate(text);
        boolean stored = deflated.length >= text.length || ZipFormat.looksLikeBomb(deflated.length, text.length);
        byte[] data = stored ? text : deflated;
        CRC32 crc = new CRC32();
        crc.update(text);
        long at = channel.position();
        ZipWritten entry = new ZipWritten(name, stored, (int) crc.getValue(), at, data.length, text.length);
        write(entry.localHeader());
        write(ByteBuffer.wrap(data));
        written.add(entry);
    }

    /** Adds a file as it is, read once from beginning to end. @return SHA-256 of what was written */
    public Digest addStored(String name, ByteSource content, ProgressListener progress) throws IOException {
        long at = channel.position();
        // The CRC is known only at the end of the data; the header is written again then.
        write(new ZipWritten(name, true, 0, at, content.size(), content.size()).localHeader());
        CRC32 crc = new CRC32();
        MessageDigest digest = DigestAlgorithm.SHA256.newMessageDigest();
        copy(name, content, progress, (buffer, n) -> {
            crc.update(buffer, 0, n);
            digest.update(buffer, 0, n);
        });
        ZipWritten entry = new ZipWritten(name, true, (int) crc.getValue(), at, content.size(), content.size());
        long end = channel.position();
        channel.position(at);
        write(entry.localHeader());
        channel.position(end);
        written.add(entry);
        return Digest.of(DigestAlgorithm.SHA256, digest.digest());
    }

    /** Writes the directory; nothing can be added afterwards. */
    public void finish() throws IOException {
        long start = channel.position();
        for (ZipWritten entry : written) {
            write(entry.centralHeader());
        }
        write(ZipWritten.end(written.size(), start, channel.position()));
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void copy(String name, ByteSource content, ProgressListener progress, ObjIntConsumer<byte[]> summer)
            throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (long done = 0; done < content.size(); ) {
            int n = (int) Math.min(buffer.length, content.size() - done);
            content.readFully(done, buffer, 0, n);
            summer.accept(buffer, n);
            write(ByteBuffer.wrap(buffer, 0, n));
            done += n;
            progress.onProgress(new Progress("write", name, done, content.size()));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static byte[] deflate(byte[] text) throws IOException {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(text);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }
}

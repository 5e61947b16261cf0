package io.oemingest.core.internal.zip;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A small good zip file in memory, to be spoiled: {@code a.txt} deflated, {@code b.bin} stored. */
final class ZipBytes {
    static final byte[] TEXT = "one line and one line and one line".getBytes(StandardCharsets.UTF_8);
    static final byte[] DATA = {1, 2, 3, 4, 5};

    private ByteBuffer bytes;

    private ZipBytes(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipBytes good(Path folder) throws IOException {
        Path file = folder.resolve("good.zip");
        Files.deleteIfExists(file);
        try (ZipWriter zip = ZipWriter.create(file)) {
            zip.addText("a.txt", TEXT);
            zip.addStored("b.bin", ByteSource.of("b.bin", DATA), ProgressListener.NONE);
            zip.finish();
        }
        return new ZipBytes(Files.readAllBytes(file));
    }

    static ZipBytes of(byte[] bytes) {
        return new ZipBytes(bytes);
    }

    byte[] array() {
        return bytes.array();
    }

    /** Offset of the n-th central header. */
    int central(int index) {
        int at = bytes.getInt(end() + 16);
        for (int i = 0; i < index; i++) {
            at += 46 + bytes.getShort(at + 28) + bytes.getShort(at + 30);
        }
        return at;
    }

    /** Offset of the n-th local header. */
    int local(int index) {
        return bytes.getInt(central(index) + 42);
    }

    int end() {
        return bytes.capacity() - 22;
    }

    ZipBytes setShort(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    ZipBytes setInt(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    ZipBytes set(int at, byte[] value) {
        bytes.put(at, value);
        return this;
    }

    /** Renames the n-th entry in both headers to a name of the same length. */
    ZipBytes rename(int index, String name) {
        byte[] encoded = name.getBytes(StandardCharsets.UTF_8);
        return set(central(index) + 46, encoded).set(local(index) + 30, encoded);
    }

    ZipBytes append(byte[] more) {
        byte[] longer = Arrays.copyOf(array(), array().length + more.length);
        System.arraycopy(more, 0, longer, array().length, more.length);
        return new ZipBytes(longer);
    }

    ZipBytes insert(int at, byte[] more) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(array(), 0, at);
        out.writeBytes(more);
        out.write(array(), at, array().length - at);
        return new ZipBytes(out.toByteArray());
    }

    ZipBytes cut(int length) {
        return new ZipBytes(Arrays.copyOf(array(), length));
    }

    StrictZip read() throws IOException {
        return read(FormatLimits.defaults());
    }

    StrictZip read(FormatLimits limits) throws IOException {
        return StrictZip.read(ByteSource.of("x.zip", array()), limits);
    }
}

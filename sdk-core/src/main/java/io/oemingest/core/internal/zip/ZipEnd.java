package io.oemingest.core.internal.zip;

import static java.lang.Short.toUnsignedInt;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where the central directory lies, read from the last record of the file.
 *
 * @param count entries
 * @param offset first byte of the central directory
 * @param end byte after the central directory
 */
record ZipEnd(long count, long offset, long end) {
    private static final String END = "end of central directory";
    private static final String END64 = "zip64 end of central directory";

    static ZipEnd read(ByteSource source) throws IOException {
        StructReader reader = new StructReader(source);
        long at = source.size() - ZipFormat.END_SIZE;
        if (at < 0) {
            throw reader.malformed(END, 0, "is not a zip file or is truncated");
        }
        ByteBuffer end = reader.read(END, at, ZipFormat.END_SIZE);
        if (end.getInt(0) != ZipFormat.END_SIGNATURE) {
            throw reader.malformed(
                    END, at, "does not end with this record: not a zip file, truncated, or with data after its end");
        }
        if (end.getShort(4) != 0 || end.getShort(6) != 0 || end.getShort(20) != 0) {
            throw reader.malformed(END, at, "has several disks or a comment");
        }
        int count = toUnsignedInt(end.getShort(10));
        long size = Integer.toUnsignedLong(end.getInt(12));
        long offset = Integer.toUnsignedLong(end.getInt(16));
        if (toUnsignedInt(end.getShort(8)) != count) {
            throw reader.malformed(END, at, "counts its entries in two ways");
        }
        if (count == ZipFormat.MAX_16 || size == ZipFormat.MAX_32 || offset == ZipFormat.MAX_32) {
            return read64(reader, at - ZipFormat.LOCATOR64_SIZE);
        }
        return checked(reader, END, new ZipEnd(count, offset, offset + size), at);
    }

    private static ZipEnd read64(StructReader reader, long locatorAt) throws IOException {
        ByteBuffer locator = reader.read("zip64 locator", locatorAt, ZipFormat.LOCATOR64_SIZE);
        long at = locatorAt - ZipFormat.END64_SIZE;
        if (locator.getInt(0) != ZipFormat.LOCATOR64_SIGNATURE
                || locator.getInt(4) != 0
                || locator.getLong(8) != at
                || locator.getInt(16) != 1) {
            throw reader.malformed("zip64 locator", locatorAt, "does not lead to the record before it");
        }
        ByteBuffer end = reader.read(END64, at, ZipFormat.END64_SIZE);
        if (end.getInt(0) != ZipFormat.END64_SIGNATURE
                || end.getLong(4) != ZipFormat.END64_SIZE - 12
                || end.getInt(16) != 0
                || end.getInt(20) != 0
                || end.getLong(24) != end.getLong(32)) {
            throw reader.malformed(END64, at, "is damaged");
        }
        long size = end.getLong(40);
        long offset = end.getLong(48);
        if (size < 0 || offset < 0 || offset > at - Math.min(size, at)) {
            throw reader.malformed(END64, at, "places the central directory outside the file");
        }
        return checked(reader, END64, new ZipEnd(end.getLong(32), offset, offset + size), at);
    }

    private static ZipEnd checked(StructReader reader, String part, ZipEnd end, long at) throws MalformedFileException {
        if (end.end != at) {
            throw reader.malformed(
                    part, at, "places the end of the central directory at " + end.end + ", it must be here");
        }
        return end;
    }
}

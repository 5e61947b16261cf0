package io.oemingest.core.internal.zip;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** The headers of one entry as they are written. */
record ZipWritten(String name, boolean stored, int crc, long localAt, long packed, long size) {

    ByteBuffer localHeader() {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        boolean wide = size >= ZipFormat.MAX_32 || packed >= ZipFormat.MAX_32;
        ByteBuffer header = allocate(ZipFormat.LOCAL_SIZE + nameBytes.length + (wide ? 20 : 0));
        header.putInt(ZipFormat.LOCAL_SIGNATURE);
        common(header, wide);
        // Unlike in the central header, one wide size makes both wide here.
        header.putInt(wide ? -1 : (int) packed).putInt(wide ? -1 : (int) size);
        header.putShort((short) nameBytes.length).putShort((short) (wide ? 20 : 0));
        header.put(nameBytes);
        if (wide) {
            header.putShort((short) ZipFormat.EXTRA_64).putShort((short) 16);
            header.putLong(size).putLong(packed);
        }
        return header.flip();
    }

    ByteBuffer centralHeader() {
        byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer extra = allocate(28);
        extra.position(4);
        int size32 = narrow(size, extra);
        int packed32 = narrow(packed, extra);
        int at32 = narrow(localAt, extra);
        extra.putShort(0, (short) ZipFormat.EXTRA_64).putShort(2, (short) (extra.position() - 4));
        boolean wide = extra.position() > 4;
        extra.flip().limit(wide ? extra.limit() : 0);
        ByteBuffer header = allocate(ZipFormat.CENTRAL_SIZE + nameBytes.length + extra.remaining());
        header.putInt(ZipFormat.CENTRAL_SIGNATURE).putShort((short) (wide ? ZipFormat.VERSION_64 : ZipFormat.VERSION));
        common(header, wide);
        header.putInt(packed32).putInt(size32);
        header.putShort((short) nameBytes.length).putShort((short) extra.remaining());
        // Comment, disk, internal and external attributes: none, 0, none, none.
        header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0);
        header.putInt(at32).put(nameBytes).put(extra);
        return header.flip();
    }

    /** The records after the central directory, which lies between the two offsets. */
    static ByteBuffer end(int count, long start, long end) {
        ByteBuffer records = allocate(ZipFormat.END64_SIZE + ZipFormat.LOCATOR64_SIZE + ZipFormat.END_SIZE);
        long size = end - start;
        if (count >= ZipFormat.MAX_16 || size >= ZipFormat.MAX_32 || start >= ZipFormat.MAX_32) {
            records.putInt(ZipFormat.END64_SIGNATURE).putLong(ZipFormat.END64_SIZE - 12);
            records.putShort((short) ZipFormat.VERSION_64).putShort((short) ZipFormat.VERSION_64);
            records.putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(size)
                    .putLong(start);
            records.putInt(ZipFormat.LOCATOR64_SIGNATURE).putInt(0).putLong(end).putInt(1);
        }
        short count16 = (short) Math.min(count, ZipFormat.MAX_16);
        records.putInt(ZipFormat.END_SIGNATURE).putInt(0).putShort(count16).putShort(count16);
        records.putInt((int) Math.min(size, ZipFormat.MAX_32)).putInt((int) Math.min(start, ZipFormat.MAX_32));
        return records.putShort((short) 0).flip();
    }

    private void common(ByteBuffer header, boolean wide) {
        header.putShort((short) (wide ? ZipFormat.VERSION_64 : ZipFormat.VERSION));
        header.putShort((short) ZipFormat.FLAG_UTF8);
        header.putShort((short) (stored ? ZipFormat.STORED : ZipFormat.DEFLATED));
        header.putShort((short) 0).putShort((short) ZipFormat.FIXED_DATE).putInt(crc);
    }

    private static int narrow(long value, ByteBuffer extra) {
        if (value < ZipFormat.MAX_32) {
            return (int) value;
        }
        extra.putLong(value);
        return -1;
    }

    private static ByteBuffer allocate(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}

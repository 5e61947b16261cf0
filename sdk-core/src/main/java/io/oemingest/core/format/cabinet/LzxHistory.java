package io.oemingest.core.format.cabinet;

import java.util.Arrays;

/** The bytes that matches may repeat: a window of those before, and the frame that is packed now. */
final class LzxHistory {
    private final int window;
    private final byte[] bytes;
    /** Place of the first kept byte in the folder's data; all places are those. */
    private int base;

    private int end;

    /** Keeps as many bytes as the window or the data have. */
    LzxHistory(int windowBits, long unpackedSize) {
        long frame = DataBlock.MAX_UNPACKED;
        long size = Math.min(1L << windowBits, (unpackedSize + frame - 1) / frame * frame);
        window = (int) size;
        // Moving the window once per window keeps that cheap.
        bytes = new byte[2 * window];
    }

    /** How many bytes before the current frame are kept, at least. */
    int window() {
        return window;
    }

    /** Takes the next frame; returns where it begins. */
    int append(byte[] frame, int length) {
        if (end - base + length > bytes.length) {
            int surplus = end - base - window;
            System.arraycopy(bytes, surplus, bytes, 0, window);
            base += surplus;
        }
        System.arraycopy(frame, 0, bytes, end - base, length);
        int start = end;
        end += length;
        return start;
    }

    /** Where the current frame ends. */
    int end() {
        return end;
    }

    int get(int place) {
        return bytes[place - base] & 0xff;
    }

    /** How many bytes from {@code place} are those {@code offset} bytes before, {@code limit} at most. */
    int common(int place, int offset, int limit) {
        if (offset > place) {
            return 0;
        }
        int at = place - base;
        int from = at - offset;
        int different = Arrays.mismatch(bytes, from, from + limit, bytes, at, at + limit);
        return different < 0 ? limit : different;
    }
}

package io.oemingest.core.format.cabinet;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** Writes the LZX bit stream and cuts it into frames. */
final class LzxTestBits {
    private final List<TestCabinet.Block> frames = new ArrayList<>();
    private final ByteArrayOutputStream frame = new ByteArrayOutputStream();
    private int word;
    private int used;

    void put(int value, int count) {
        for (int i = count - 1; i >= 0; i--) {
            word = word << 1 | value >>> i & 1;
            if (++used == 16) {
                flushWord();
            }
        }
    }

    /** Fills 1 to 16 bits with zeros, up to the next word. */
    void alignToBytes() {
        do {
            put(0, 1);
        } while (used != 0);
    }

    void putByte(int value) {
        frame.write(value);
    }

    void putInt(int value) {
        for (int shift = 0; shift < 32; shift += 8) {
            putByte(value >>> shift);
        }
    }

    /** Ends a frame of this many unpacked bytes; the next one begins at a new word. */
    void endFrame(int unpacked) {
        while (used != 0) {
            put(0, 1);
        }
        frames.add(new TestCabinet.Block(frame.toByteArray(), unpacked));
        frame.reset();
    }

    List<TestCabinet.Block> frames() {
        return frames;
    }

    private void flushWord() {
        putByte(word);
        putByte(word >>> 8);
        word = 0;
        used = 0;
    }
}

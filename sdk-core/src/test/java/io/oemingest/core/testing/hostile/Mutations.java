package io.oemingest.core.testing.hostile;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;

/** Spoiled copies of a good file, each given to one reader. Counts what was accepted and what was refused. */
public final class Mutations {
    /** What a changed byte becomes when there is little time. */
    private static final IntUnaryOperator[] FEW = {
        value -> ~value, value -> 0x00, value -> 0xff, value -> value + 1, value -> value ^ 0x20, value -> '"'
    };

    private final HostileReader reader;
    private int accepted;
    private int refused;

    public Mutations(HostileReader reader) {
        this.reader = reader;
    }

    /** Changes each byte in turn to six other values. */
    public Mutations changeEveryByte(byte[] good) {
        byte[] mutant = good.clone();
        for (int at = 0; at < good.length; at++) {
            for (IntUnaryOperator change : FEW) {
                read(set(mutant, at, change.applyAsInt(good[at])), "byte " + at + " is " + mutant[at]);
            }
            mutant[at] = good[at];
        }
        return this;
    }

    /** Changes every byte, or every so manieth, to one of the six values, for readers that take their time. */
    public Mutations changeByteAfterByte(byte[] good, int step) {
        byte[] mutant = good.clone();
        for (int at = 0; at < good.length; at += step) {
            int value = FEW[at / step % FEW.length].applyAsInt(good[at]);
            read(set(mutant, at, value), "byte " + at + " is " + value);
            mutant[at] = good[at];
        }
        return this;
    }

    /** Changes each byte in turn to all 255 other values. */
    public Mutations changeEveryByteToEverything(byte[] good) {
        byte[] mutant = good.clone();
        for (int at = 0; at < good.length; at++) {
            for (int more = 1; more <= 0xff; more++) {
                read(set(mutant, at, good[at] + more), "byte " + at + " is " + mutant[at]);
            }
            mutant[at] = good[at];
        }
        return this;
    }

    /** Cuts the file off after each of its bytes but the last, or after every so manieth. */
    public Mutations truncate(byte[] good, int step) {
        for (int length = 0; length < good.length; length += step) {
            read(Arrays.copyOf(good, length), "cut to " + length + " bytes");
        }
        return this;
    }

    /** Sets some bytes at once to small or large values; the same seeds give the same files. */
    public Mutations changeSeveralBytes(byte[] good, int count) {
        for (int seed = 0; seed < count; seed++) {
            Random random = new Random(seed);
            byte[] mutant = good.clone();
            for (int i = 0; i < 2 + random.nextInt(6); i++) {
                mutant[random.nextInt(good.length)] = (byte) (random.nextInt(4) - 1);
            }
            read(mutant, "seed " + seed);
        }
        return this;
    }

    public int accepted() {
        return accepted;
    }

    public int refused() {
        return refused;
    }

    private void read(byte[] mutant, String what) {
        try {
            if (reader.accepts(mutant)) {
                accepted++;
            } else {
                refused++;
            }
        } catch (IOException | RuntimeException | Error e) {
            throw new AssertionError(reader.name() + ", " + what, e);
        }
    }

    private static byte[] set(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
        return bytes;
    }
}

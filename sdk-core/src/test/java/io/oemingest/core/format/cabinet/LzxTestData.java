package io.oemingest.core.format.cabinet;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Kinds of data that a packer treats differently. */
enum LzxTestData {
    /** Words of a small vocabulary. */
    TEXT {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            int word = (int) Math.abs(random.nextGaussian() * 300);
            bytes.writeBytes(
                    (Integer.toString(word * 7919, 36) + (random.nextInt(9) == 0 ? ".\r\n" : " ")).getBytes(US_ASCII));
        }
    },
    /** Machine code in outline: few operations, calls, small numbers, stretches of zeros, some text. */
    PROGRAM {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            switch (random.nextInt(8)) {
                case 0 ->
                    bytes.writeBytes(new byte[] {(byte) 0xE8, (byte) random.nextInt(), (byte) random.nextInt(), 0, 0});
                case 1 -> bytes.writeBytes(new byte[random.nextInt(12)]);
                case 2 -> TEXT.add(random, bytes);
                default -> bytes.writeBytes(new byte[] {(byte) (0x80 + random.nextInt(16)), (byte) random.nextInt(8)});
            }
        }
    },
    /** Entries of one length, so that matches are whole numbers of entries away. */
    RECORDS {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            bytes.writeBytes(
                    new byte[] {0x10, 0x20, 0x30, 0x40, 0x50, (byte) random.nextInt(64), (byte) random.nextInt(64), 0});
        }
    },
    RANDOM {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            bytes.write(random.nextInt());
        }
    },
    ZEROS {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            bytes.write(0);
        }
    },
    /** Stretches of noise, of few symbols and of long repeats. */
    MIXED {
        @Override
        void add(Random random, ByteArrayOutputStream bytes) {
            byte[] stretch = new byte[1 + random.nextInt(3_000)];
            int kinds = 1 << random.nextInt(9);
            for (int i = 0; i < stretch.length; i++) {
                stretch[i] = (byte) random.nextInt(kinds);
            }
            for (int i = 0; i <= random.nextInt(3); i++) {
                bytes.writeBytes(stretch);
            }
        }
    };

    abstract void add(Random random, ByteArrayOutputStream bytes);

    byte[] make(Random random, int size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(size + 16);
        while (bytes.size() < size) {
            add(random, bytes);
        }
        return Arrays.copyOf(bytes.toByteArray(), size);
    }
}

package io.oemingest.bench.cabinet;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;

/** Makes files that pack about as well as those of firmware do; the same seed gives the same bytes. */
final class GeneratedFile {
    private static final int INSTRUCTIONS = 3_000;
    private static final int WORDS = 4_000;
    private static final int LONGEST = 256;

    private final SplittableRandom random;
    private final ByteBuffer out;

    private GeneratedFile(long seed, int size) {
        random = new SplittableRandom(seed);
        out = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Functions of common and rare instructions, with constants and calls. */
    static byte[] program(long seed, int size) {
        GeneratedFile file = new GeneratedFile(seed, size);
        long[] instructions = new SplittableRandom(7).longs(INSTRUCTIONS).toArray();
        while (file.hasRoom()) {
            file.function(instructions);
        }
        return file.finish();
    }

    /** A manifest: the same elements with other values. */
    static byte[] xml(long seed, int size) {
        GeneratedFile file = new GeneratedFile(seed, size);
        String[] words = words();
        while (file.hasRoom()) {
            file.text(String.format(
                    Locale.ROOT,
                    "  <FileEntry>\r\n    <DevicePath>\\Windows\\%s\\%s.%s</DevicePath>\r\n    <FileSize>%d</FileSize>\r\n",
                    file.common(words),
                    file.common(words),
                    file.common(words),
                    file.random.nextInt(100_000)));
            file.text("  </FileEntry>\r\n");
        }
        return file.finish();
    }

    /** Sentences of common and rare words. */
    static byte[] text(long seed, int size) {
        GeneratedFile file = new GeneratedFile(seed, size);
        String[] words = words();
        while (file.hasRoom()) {
            file.text(file.common(words) + (file.random.nextInt(12) == 0 ? ".\r\n" : " "));
        }
        return file.finish();
    }

    /** What is packed already. */
    static byte[] noise(long seed, int size) {
        byte[] bytes = new byte[size];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }

    private boolean hasRoom() {
        return out.remaining() > LONGEST;
    }

    private void function(long[] instructions) {
        out.putInt(0x83EC8B55).put((byte) 0xEC);
        int length = 4 + random.nextInt(16);
        for (int i = 0; i < length; i++) {
            long instruction = instructions[rank(instructions.length)];
            int bytes = 2 + (int) (instruction & 3);
            for (int b = 0; b < bytes; b++) {
                out.put((byte) (instruction >> (8 + 8 * b)));
            }
            switch (random.nextInt(8)) {
                case 0 -> out.put((byte) 0xE8).putInt(rank(5_000) * 64 - out.position());
                case 1 -> out.putInt(rank(60_000));
                case 2 -> out.put((byte) random.nextInt());
                default -> {}
            }
        }
        out.putShort((short) 0xC35D);
    }

    private void text(String text) {
        out.put(text.getBytes(StandardCharsets.UTF_8));
    }

    private String common(String[] words) {
        return words[rank(words.length)];
    }

    /** A number below {@code limit}, each about half as likely as that of half its size. */
    private int rank(int limit) {
        return (int) Math.pow(limit, random.nextDouble()) - 1;
    }

    private byte[] finish() {
        return out.array();
    }

    private static String[] words() {
        SplittableRandom random = new SplittableRandom(11);
        String[] words = new String[WORDS];
        for (int i = 0; i < words.length; i++) {
            StringBuilder word = new StringBuilder();
            for (int syllables = 1 + random.nextInt(4); syllables > 0; syllables--) {
                word.append("bdfgklmnprst".charAt(random.nextInt(12))).append("aeiou".charAt(random.nextInt(5)));
            }
            words[i] = word.toString();
        }
        return words;
    }
}

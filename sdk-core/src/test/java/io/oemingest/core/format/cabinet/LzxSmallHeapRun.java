package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.ByteSource;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that packs so many MiB with the largest window. */
public final class LzxSmallHeapRun {
    private LzxSmallHeapRun() {}

    /** Arguments: the file to write, and the size in MiB of what it shall hold. */
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        CabinetWriter.create(CabinetCompression.lzx(21))
                .add("big.bin", new Steps(Long.parseLong(args[1]) << 20))
                .writeTo(file);
        System.out.println(Files.size(file));
    }

    /** Bytes that depend on their offset alone and repeat a little. */
    private record Steps(long size) implements ByteSource {
        @Override
        public String name() {
            return "steps";
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) {
            if (offset >= size) {
                return -1;
            }
            int n = (int) Math.min(length, size - offset);
            for (int i = 0; i < n; i++) {
                long step = ((offset + i) >> 6) * 0x9E3779B97F4A7C15L;
                target[start + i] = (byte) ((step >>> 40 >>> ((offset + i) % 8)) & 0x3f);
            }
            return n;
        }
    }
}

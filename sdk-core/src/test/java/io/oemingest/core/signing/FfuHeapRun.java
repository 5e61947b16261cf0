package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A program that writes a big image, signs it and verifies it; run with a heap much smaller than the image. */
public final class FfuHeapRun {
    private static final UUID ID = UUID.fromString("A76B8CE2-0187-4C13-8FCA-8651C9B0620A");

    private FfuHeapRun() {}

    /** Arguments: a folder, the size of the payload in MiB. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        HashTableCatalogBuilder catalogs = new HashTableCatalogBuilder(TestIdentities.TIME);
        ByteSource zeros = new Zeros(Long.parseLong(args[1]) << 20);
        FfuPartition main = new FfuPartition("MainOS", ID, ID, zeros.size() / 512, false, zeros);
        FfuWriter.create(131_072, List.of(new PlatformId("Contoso.Demo.D100")))
                .disk(new FfuDisk(ID, "", 2 * main.sectors(), List.of(main)))
                .writeTo(folder.resolve("unsigned.ffu"), catalogs);
        try (ByteSource source = ByteSource.open(folder.resolve("unsigned.ffu"))) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            ByteSource catalog =
                    ByteSource.of("signed.cat", catalogs.sign(image.catalog(), TestIdentities.platformKey()));
            new FfuCatalogArea(catalogs, ProgressListener.NONE)
                    .write(image.truncated(), catalog, folder.resolve("signed.ffu"));
        }
        try (ByteSource source = ByteSource.open(folder.resolve("signed.ffu"))) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            ChunkVerification chunks = image.verifyChunks(ProgressListener.NONE);
            System.out.println(image.stores().get(0).blockCount() + " blocks, " + chunks);
        }
    }

    private record Zeros(long size) implements ByteSource {
        @Override
        public String name() {
            return "zeros";
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) {
            if (offset >= size) {
                return -1;
            }
            int n = (int) Math.min(length, size - offset);
            Arrays.fill(target, start, start + n, (byte) 0);
            return n;
        }
    }
}

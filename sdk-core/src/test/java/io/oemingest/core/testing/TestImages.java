package io.oemingest.core.testing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuCatalogArea;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuImages;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** FFU images with catalogs. */
public final class TestImages {
    private static final HashTableCatalogBuilder CATALOGS =
            new HashTableCatalogBuilder(InstantSource.fixed(Instant.parse("2026-11-22T06:16:00Z")));

    private TestImages() {}

    /** A small image of {@code Contoso.Demo.D100} whose catalog fits and is not signed. */
    public static byte[] ffu() throws IOException {
        FfuImage bare = FfuImage.read(ByteSource.of("bare.ffu", FfuImages.ofOneStore()), FormatLimits.defaults());
        Path folder = Files.createTempDirectory("ffu");
        Path file = folder.resolve("image.ffu");
        try {
            new FfuCatalogArea(CATALOGS, ProgressListener.NONE)
                    .write(
                            bare.truncated(),
                            ByteSource.of("unsigned.cat", CATALOGS.unsignedCatalog(bare.hashTableDigest())),
                            file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }
}

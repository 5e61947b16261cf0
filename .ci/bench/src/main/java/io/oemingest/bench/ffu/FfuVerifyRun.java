package io.oemingest.bench.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;

/** Verifies one image down to its last chunk; ends with an error if anything was not compared. */
public final class FfuVerifyRun {
    private FfuVerifyRun() {}

    public static void main(String[] arguments) throws IOException {
        try (ByteSource source = ByteSource.open(Path.of(arguments[0]))) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            image.verifyCatalog(new HashTableCatalogBuilder(InstantSource.system()));
            ChunkVerification chunks = image.verifyChunks(ProgressListener.NONE);
            if (chunks.unchecked() != 0) {
                throw new IOException(chunks.unchecked() + " chunks were not compared");
            }
        }
    }
}

package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.SecurityCatalog;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Takes from an FFU image what rules need: from its head, and where the whole image is at hand, from every chunk. */
final class FfuFactsReader {
    private FfuFactsReader() {}

    static FfuFacts ofHead(ByteSource head, FormatLimits limits) throws IOException {
        FfuImage image = FfuImage.readHead(head, limits);
        SecurityCatalog catalog = SecurityCatalog.read(image.catalog(), limits);
        CodeSignature signature = catalog.signature();
        return new FfuFacts(
                image.manifest().platformIds(),
                image.manifest().osVersion(),
                signature == null ? null : signature.ekus(),
                null,
                catalogMismatch(image, head.name()));
    }

    /** The facts after every chunk of the image has been hashed once; a damaged image is a mismatch, not a failure. */
    static FfuFacts comparedWhole(FfuFacts head, Path file, FormatLimits limits, ProgressListener progress)
            throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return head.compared(FfuImage.read(source, limits).verifyChunks(progress), null);
        } catch (MalformedFileException e) {
            return head.compared(null, new UnreadableFile(e.location(), e.problem()));
        }
    }

    private static @Nullable UnreadableFile catalogMismatch(FfuImage image, String file) throws IOException {
        Digest named = HashTableCatalogBuilder.namedDigest(image.catalog());
        Digest found = image.hashTableDigest();
        return found.matches(named)
                ? null
                : new UnreadableFile(
                        Location.ofPart(file, "catalog"),
                        "names a hash table with SHA-1 " + named.hex() + ", the image's has " + found.hex());
    }
}

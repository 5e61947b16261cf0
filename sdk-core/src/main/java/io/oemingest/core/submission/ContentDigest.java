package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.SecurityCatalog;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One digest for what a package brings to a device, out of the digests that its catalog holds already. */
final class ContentDigest {
    private ContentDigest() {}

    /**
     * Null if the catalog cannot be read or lists nothing by SHA-256.
     *
     * @param unpacked the catalog, where it has been unpacked with other members
     */
    static @Nullable Digest of(FirmwarePackage source, byte @Nullable [] unpacked, FormatLimits limits)
            throws IOException {
        SecurityCatalog catalog;
        try {
            byte[] bytes = unpacked == null ? source.catalogBytes() : unpacked;
            catalog = SecurityCatalog.read(ByteSource.of(source.fileName(), bytes), limits);
        } catch (MalformedFileException e) {
            return null;
        }
        String manifest = source.manifestDigest().hex();
        String content = catalog.members().stream()
                .filter(member -> member.digest().algorithm() == DigestAlgorithm.SHA256)
                .map(member -> member.digest().hex())
                .filter(hex -> !hex.equals(manifest))
                .sorted()
                .collect(Collectors.joining("\n"));
        return catalog.version() == 2 ? Digest.sha256(content.getBytes(StandardCharsets.UTF_8)) : null;
    }
}

package io.oemingest.samples;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What signing may not change: every member but the catalog; of a PE file, all but its signature. */
final class PackageContent {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    private PackageContent() {}

    /** Digests by member name, in the order of the cabinet. */
    static Map<String, Digest> of(Path file) throws IOException {
        Map<String, Digest> digests = new LinkedHashMap<>();
        try (ByteSource source = ByteSource.open(file)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
            firmware.cabinet().forEachMember((member, content) -> {
                if (!member.equals(firmware.catalogMember())) {
                    digests.put(member.name(), digest(ByteSource.of(member.name(), content.readAllBytes())));
                }
            });
        }
        return digests;
    }

    /** The catalog's bytes. */
    static byte[] catalog(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.read(source, LIMITS).catalogBytes();
        }
    }

    private static Digest digest(ByteSource content) throws IOException {
        return PeImage.isPe(content)
                ? PeImage.read(content, LIMITS).digest(DigestAlgorithm.SHA256)
                : Digest.sha256(content);
    }
}

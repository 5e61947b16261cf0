package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.util.List;

/**
 * The facts of one package: identity, files, catalog and who signed what. Nothing here is verified;
 * {@link io.oemingest.core.signing.PackageVerifier} does that.
 *
 * @param size bytes of the file
 * @param parts the cabinet, its catalog, then every executable image in the order of the cabinet
 */
public record PackageInspection(
        String file,
        long size,
        Digest sha256,
        PackageManifest manifest,
        InspectedCatalog catalog,
        List<InspectedPart> parts) {

    public PackageInspection {
        parts = List.copyOf(parts);
    }

    /** Reads a package whole. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static PackageInspection of(ByteSource file, FormatLimits limits) throws IOException {
        return new PackageInspector(FirmwarePackage.read(file, limits), limits).inspect();
    }
}

package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.pkg.CbsFacts;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one package: identity, files, catalog and who signed what. Nothing here is verified;
 * {@link io.oemingest.core.signing.PackageVerifier} does that.
 *
 * @param size bytes of the file
 * @param cbs what only a CBS package says, null for one of the other style
 * @param targeting the targeting values that it writes to the registry, null if it has none
 * @param problems in what it differs from what the package tools would build
 * @param parts the cabinet, its catalog, then every executable image in the order of the cabinet
 */
public record PackageInspection(
        String file,
        long size,
        Digest sha256,
        PackageManifest manifest,
        @Nullable CbsFacts cbs,
        @Nullable DeviceTargeting targeting,
        List<PackageProblem> problems,
        InspectedCatalog catalog,
        List<InspectedPart> parts) {

    public PackageInspection {
        problems = List.copyOf(problems);
        parts = List.copyOf(parts);
    }

    /** Reads a package whole. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static PackageInspection of(ByteSource file, FormatLimits limits) throws IOException {
        return new PackageInspector(FirmwarePackage.read(file, limits), limits).inspect();
    }
}

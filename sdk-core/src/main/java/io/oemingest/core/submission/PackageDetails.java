package io.oemingest.core.submission;

import io.oemingest.core.format.acpi.PlacedTable;
import io.oemingest.core.format.image.DeviceTargeting;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.io.Digest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What only the inside of a package tells; a manifest row has none of it.
 *
 * @param files how many files it brings, manifest and catalog not counted
 * @param targeting device targeting values, in the one package that sets them
 * @param problems in what the package differs from what the package tools would build
 * @param content one digest for all files but manifest and catalog, by the catalog's own digests, so that signing does not
 *     change it; null if there is no readable catalog
 * @param acpiTables tables of the PLAT partition
 * @param testCertificates device paths of certificates that say that they are for tests
 * @param drivers setup files of drivers that tell a version
 * @param apps device paths of application packages
 * @param devicePlatform whether it sets the device platform of an image
 */
public record PackageDetails(
        int files,
        @Nullable DeviceTargeting targeting,
        List<PackageProblem> problems,
        @Nullable Digest content,
        List<PlacedTable> acpiTables,
        List<DriverFile> drivers,
        List<String> testCertificates,
        List<String> apps,
        boolean devicePlatform) {
    /** Nothing is known of the inside. */
    public static final PackageDetails NONE =
            new PackageDetails(0, null, List.of(), null, List.of(), List.of(), List.of(), List.of(), false);

    public PackageDetails {
        problems = List.copyOf(problems);
        acpiTables = List.copyOf(acpiTables);
        drivers = List.copyOf(drivers);
        testCertificates = List.copyOf(testCertificates);
        apps = List.copyOf(apps);
    }

    /** A driver's setup file and the version that it tells. */
    public record DriverFile(String devicePath, DriverVersion version) {}
}

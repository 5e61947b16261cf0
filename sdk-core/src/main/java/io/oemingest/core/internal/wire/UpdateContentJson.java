package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/requests-for-update/{ticket}/content}. What follows from the packages and problems is told
 * for whoever does not want to compute it, and not read back.
 *
 * @param spaceOfDifferences bytes that a phone needs if the update comes as differences
 * @param spaceOfWholePackages bytes that it needs if the update comes as whole packages
 */
public record UpdateContentJson(
        @Nullable List<PackageChangeJson> packages,
        @Nullable List<TableChangeJson> tables,
        @Nullable List<FindingJson> problems,
        @Nullable List<String> partitions,
        @Nullable Boolean canBeMade,
        @Nullable Long spaceOfDifferences,
        @Nullable Long spaceOfWholePackages) {

    /** What becomes of a package; a version is absent where the package is. Size in bytes. */
    public record PackageChangeJson(
            @Nullable String name,
            @Nullable String change,
            @Nullable String versionBefore,
            @Nullable String versionNow,
            @Nullable String partition,
            @Nullable Long size) {}

    /** An ACPI table with other bytes than before. */
    public record TableChangeJson(
            @Nullable AcpiTableJson before, @Nullable AcpiTableJson after) {}
}

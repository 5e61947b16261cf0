package io.oemingest.core.internal.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What only the inside of a package tells, for those who have not got the package.
 *
 * @param path of the package's row
 * @param contentSha256 one digest for all files but manifest and catalog
 */
public record PackageDetailsJson(
        String path,
        int files,
        @Nullable TargetingJson targeting,
        List<DifferenceJson> problems,
        @Nullable String contentSha256,
        List<AcpiTableJson> acpiTables,
        List<DriverJson> drivers,
        List<String> testCertificates,
        List<String> apps,
        boolean devicePlatform) {

    /** Device targeting values and where each stands. */
    public record TargetingJson(
            LocationJson location, Map<String, String> values, Map<String, LocationJson> places, boolean provisioned) {}

    /** Something that the package tools would not have built so. */
    public record DifferenceJson(String kind, @Nullable String part, String text) {}

    /** A setup file of a driver; the date as in ISO 8601. */
    public record DriverJson(String devicePath, String date, String number) {}
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.model.BuildType;
import io.oemingest.core.model.CpuType;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.MergedPackageName;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a package to be made says of itself, apart from its name. */
final class PackageOptions {
    @Option(
            names = "--package-version",
            required = true,
            paramLabel = "N.N.N.N",
            converter = FirmwareVersionConverter.class,
            description = "Version, four numbers of 0 to 65535.")
    private FirmwareVersion version = FirmwareVersion.ZERO;

    @Option(names = "--owner-type", paramLabel = "NAME", description = "OEM (default), SiliconVendor, MobileOperator.")
    private String ownerType = OwnerType.OEM.text();

    @Option(names = "--release-type", paramLabel = "NAME", description = "Production (default) or Test.")
    private String releaseType = ReleaseType.PRODUCTION.text();

    @Option(names = "--build-type", paramLabel = "NAME", description = "Retail (default), Checked or Debug.")
    private String buildType = BuildType.RETAIL.text();

    @Option(
            names = "--cpu-type",
            paramLabel = "NAME",
            description = "ARM (default), ARM64, X86, AMD64 and their guests.")
    private String cpuType = CpuType.ARM.text();

    @Option(
            names = "--partition",
            paramLabel = "NAME",
            description = "Unless given, that of the name of a merged package, else MainOS.")
    private @Nullable String partition;

    @Option(names = "--platform", paramLabel = "NAME", description = "Such as QC8974; only in SPKG packages.")
    private @Nullable String platform;

    @Option(names = "--grouping-key", paramLabel = "KEY", description = "Such as BASE.Phone.")
    private @Nullable String groupingKey;

    @Option(names = "--target-group", paramLabel = "ID", description = "Group of phones; may be repeated.")
    private List<String> targetGroups = List.of();

    @Option(names = "--description", paramLabel = "TEXT", description = "Free text.")
    private @Nullable String description;

    @Option(
            names = "--public-key-token",
            paramLabel = "HEX",
            description = "16 hexadecimal digits of a CBS package (default 628844477771337a).")
    private @Nullable String publicKeyToken;

    /** The manifest of a package with this identity. @throws IllegalArgumentException for a value outside its closed set */
    PackageManifest.Builder manifest(PackageStyle style, PackageIdentity identity) {
        boolean cbs = style == PackageStyle.CBS;
        CpuType cpu = known("--cpu-type", cpuType, CpuType::parseOrNull);
        BuildType build = known("--build-type", buildType, BuildType::parseOrNull);
        PackageManifest.Builder builder = PackageManifest.retail(style, identity)
                .version(version)
                .ownerType(
                        known("--owner-type", ownerType, OwnerType::parseOrNull).text())
                .releaseType(known("--release-type", releaseType, ReleaseType::parseOrNull)
                        .text())
                .buildType(cbs && build == BuildType.RETAIL ? "release" : build.text())
                .cpuType(cbs ? cpu.cbsText() : cpu.text())
                .partition(partition == null ? partitionOf(identity) : partition)
                .platform(platform)
                .groupingKey(groupingKey)
                .targetGroups(targetGroups)
                .description(description);
        return publicKeyToken == null ? builder : builder.publicKeyToken(checkedToken(style, publicKeyToken));
    }

    private static String partitionOf(PackageIdentity identity) {
        MergedPackageName merged = MergedPackageName.parseOrNull(identity);
        return merged == null ? "MainOS" : merged.partition();
    }

    private static String checkedToken(PackageStyle style, String token) {
        if (style != PackageStyle.CBS || !token.matches("[0-9a-fA-F]{16}")) {
            throw new IllegalArgumentException(
                    "--public-key-token takes 16 hexadecimal digits and belongs to CBS packages, not '" + token + "'");
        }
        return token;
    }

    private static <T> T known(String option, String text, Function<String, @Nullable T> vocabulary) {
        T value = vocabulary.apply(text);
        if (value == null) {
            throw new IllegalArgumentException(option + " does not know '" + text + "'");
        }
        return value;
    }
}

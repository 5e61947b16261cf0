package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.MergedPackageName;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageName;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a package says about itself. The closed sets of the field (owner type, release type, …) stay text as written,
 * so that a rule can judge missing and unknown values; their types, such as {@link io.oemingest.core.model.CpuType}, parse them.
 *
 * @param style which manifest it was
 * @param name the package's name as it is compared, ignoring case: built from the identity, or the CBS assembly name
 * @param identity owner and component are empty if the manifest has none
 * @param version {@link FirmwareVersion#ZERO} if the manifest has none
 * @param cpuType {@code ARM} in {@code man.dsm.xml}, {@code arm} in {@code update.mum}
 * @param description free text
 * @param targetGroups ids of the groups of phones that may have the package; empty if it is for all
 * @param buildString free text about the build, only in SPKG packages
 * @param publicKeyToken 16 hexadecimal digits, only in CBS packages
 * @param removal whether the package removes another
 * @param declaredBinaryPartition whether the package fills a whole partition, null if the manifest does not say so, as before Windows 10
 * @param files in the order of the manifest
 */
public record PackageManifest(
        PackageStyle style,
        String name,
        PackageIdentity identity,
        FirmwareVersion version,
        @Nullable String ownerType,
        @Nullable String releaseType,
        @Nullable String buildType,
        @Nullable String cpuType,
        @Nullable String partition,
        @Nullable String platform,
        @Nullable String groupingKey,
        @Nullable String description,
        List<String> targetGroups,
        @Nullable String buildString,
        @Nullable String publicKeyToken,
        boolean removal,
        @Nullable Boolean declaredBinaryPartition,
        List<PackageFile> files) {

    public PackageManifest {
        targetGroups = List.copyOf(targetGroups);
        files = List.copyOf(files);
    }

    /** Whether the package fills a whole partition. */
    public boolean binaryPartition() {
        return Boolean.TRUE.equals(declaredBinaryPartition);
    }

    /** The name as a value that equals other spellings of it. */
    public PackageName packageName() {
        return new PackageName(name);
    }

    /** What the name of a merged package says; null if this is none. */
    public @Nullable MergedPackageName merged() {
        return MergedPackageName.parseOrNull(identity);
    }

    /** In what the manifest differs from what the package tools would write, in the order of their rules. */
    public List<PackageProblem> problems() {
        List<PackageProblem> problems = new ArrayList<>(PackageLimits.problems(this));
        problems.addAll(ContentRules.problems(this));
        return List.copyOf(problems);
    }

    /** Reads a {@code man.dsm.xml} that lies outside a package. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static PackageManifest readDsm(ByteSource source, FormatLimits limits) throws IOException {
        return DsmReader.read(source, limits);
    }

    /** Reads an {@code update.mum} that lies outside a package. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static PackageManifest readMum(ByteSource source, FormatLimits limits) throws IOException {
        return CbsReader.read(source, limits).manifest();
    }

    /** A manifest to fill; the name comes from the identity unless set, and the version starts at zero. */
    public static Builder builder(PackageStyle style, PackageIdentity identity) {
        return new Builder(style, identity);
    }

    /** A manifest of a usual OEM package to fill: owner type OEM, Production, a release build for ARM, partition MainOS. */
    public static Builder retail(PackageStyle style, PackageIdentity identity) {
        boolean cbs = style == PackageStyle.CBS;
        return new Builder(style, identity)
                .ownerType(OwnerType.OEM.text())
                .releaseType(ReleaseType.PRODUCTION.text())
                .buildType(cbs ? "release" : "Retail")
                .cpuType(cbs ? "arm" : "ARM")
                .publicKeyToken(cbs ? AssemblyIdentity.DEFAULT_TOKEN : null)
                .partition("MainOS")
                .binaryPartition(false);
    }

    /** The values of this manifest, to change some. */
    public Builder toBuilder() {
        return new Builder(style, identity)
                .name(name)
                .version(version)
                .ownerType(ownerType)
                .releaseType(releaseType)
                .buildType(buildType)
                .cpuType(cpuType)
                .partition(partition)
                .platform(platform)
                .groupingKey(groupingKey)
                .description(description)
                .targetGroups(targetGroups)
                .buildString(buildString)
                .publicKeyToken(publicKeyToken)
                .removal(removal)
                .declaredBinaryPartition(declaredBinaryPartition)
                .files(files);
    }

    /** Collects the values of a manifest; not for several threads at once. */
    public static final class Builder {
        private final PackageStyle style;
        private final PackageIdentity identity;
        private String name;
        private FirmwareVersion version = FirmwareVersion.ZERO;
        private @Nullable String ownerType;
        private @Nullable String releaseType;
        private @Nullable String buildType;
        private @Nullable String cpuType;
        private @Nullable String partition;
        private @Nullable String platform;
        private @Nullable String groupingKey;
        private @Nullable String description;
        private List<String> targetGroups = List.of();
        private @Nullable String buildString;
        private @Nullable String publicKeyToken;
        private boolean removal;
        private @Nullable Boolean declaredBinaryPartition;
        private List<PackageFile> files = List.of();

        Builder(PackageStyle style, PackageIdentity identity) {
            this.style = style;
            this.identity = identity;
            this.name = style == PackageStyle.CBS ? cbsName(identity) : identity.name();
        }

        // Both spellings are those of real packages.
        private static String cbsName(PackageIdentity identity) {
            String culture = identity.culture();
            return culture == null
                    ? identity.name()
                    : identity.name().replace("_Lang_" + culture, "_LANG_" + culture.toLowerCase(Locale.ROOT));
        }

        public Builder name(String value) {
            name = value;
            return this;
        }

        public Builder version(FirmwareVersion value) {
            version = value;
            return this;
        }

        public Builder ownerType(@Nullable String value) {
            ownerType = value;
            return this;
        }

        public Builder releaseType(@Nullable String value) {
            releaseType = value;
            return this;
        }

        public Builder buildType(@Nullable String value) {
            buildType = value;
            return this;
        }

        public Builder cpuType(@Nullable String value) {
            cpuType = value;
            return this;
        }

        public Builder partition(@Nullable String value) {
            partition = value;
            return this;
        }

        public Builder platform(@Nullable String value) {
            platform = value;
            return this;
        }

        public Builder groupingKey(@Nullable String value) {
            groupingKey = value;
            return this;
        }

        public Builder description(@Nullable String value) {
            description = value;
            return this;
        }

        public Builder targetGroups(List<String> value) {
            targetGroups = List.copyOf(value);
            return this;
        }

        public Builder buildString(@Nullable String value) {
            buildString = value;
            return this;
        }

        public Builder publicKeyToken(@Nullable String value) {
            publicKeyToken = value;
            return this;
        }

        public Builder removal(boolean value) {
            removal = value;
            return this;
        }

        public Builder binaryPartition(boolean value) {
            return declaredBinaryPartition(value);
        }

        public Builder declaredBinaryPartition(@Nullable Boolean value) {
            declaredBinaryPartition = value;
            return this;
        }

        public Builder files(List<PackageFile> value) {
            files = List.copyOf(value);
            return this;
        }

        public PackageManifest build() {
            return new PackageManifest(
                    style,
                    name,
                    identity,
                    version,
                    ownerType,
                    releaseType,
                    buildType,
                    cpuType,
                    partition,
                    platform,
                    groupingKey,
                    description,
                    targetGroups,
                    buildString,
                    publicKeyToken,
                    removal,
                    declaredBinaryPartition,
                    files);
        }
    }
}

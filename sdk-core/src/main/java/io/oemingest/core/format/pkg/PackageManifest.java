package io.oemingest.core.format.pkg;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a package says about itself. The closed sets of the field (owner type, release type, …) stay text as written,
 * so that a rule can judge missing and unknown values; compare them ignoring case.
 *
 * @param style which manifest it was
 * @param name the package's name as it is compared, ignoring case: built from the identity, or the CBS assembly name
 * @param identity owner and component are empty if the manifest has none
 * @param version {@link FirmwareVersion#ZERO} if the manifest has none
 * @param cpuType {@code ARM} in {@code man.dsm.xml}, {@code arm} in {@code update.mum}
 * @param publicKeyToken 16 hexadecimal digits, only in CBS packages
 * @param removal whether the package removes another
 * @param binaryPartition whether the package fills a whole partition
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
        @Nullable String publicKeyToken,
        boolean removal,
        boolean binaryPartition,
        List<PackageFile> files) {

    public PackageManifest {
        files = List.copyOf(files);
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
                .publicKeyToken(cbs ? AssemblyName.DEFAULT_TOKEN : null)
                .partition("MainOS");
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
                .publicKeyToken(publicKeyToken)
                .removal(removal)
                .binaryPartition(binaryPartition)
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
        private @Nullable String publicKeyToken;
        private boolean removal;
        private boolean binaryPartition;
        private List<PackageFile> files = List.of();

        Builder(PackageStyle style, PackageIdentity identity) {
            this.style = style;
            this.identity = identity;
            this.name = identity.name();
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

        public Builder publicKeyToken(@Nullable String value) {
            publicKeyToken = value;
            return this;
        }

        public Builder removal(boolean value) {
            removal = value;
            return this;
        }

        public Builder binaryPartition(boolean value) {
            binaryPartition = value;
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
                    publicKeyToken,
                    removal,
                    binaryPartition,
                    files);
        }
    }
}

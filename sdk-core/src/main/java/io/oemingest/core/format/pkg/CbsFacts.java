package io.oemingest.core.format.pkg;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code update.mum} says beyond the facts that both styles of packages have.
 *
 * @param assembly identity of the package
 * @param identifier the package's name once more
 * @param releaseType {@code Update}, {@code Feature Pack}, {@code Hotfix} for recalls
 * @param restart whether installing needs a restart, such as {@code possible}
 * @param selfUpdate whether the package changes the installer
 * @param phone whether it is a package for phones, not for desktops only
 * @param noAutoMerge whether image builds leave the package as it is
 * @param parent the package that this one belongs to
 * @param updates what is installed
 * @param recalled the package that is removed, in removal packages only
 * @param capabilities the features that the package of a feature manifest declares
 */
public record CbsFacts(
        AssemblyIdentity assembly,
        @Nullable String identifier,
        @Nullable String releaseType,
        @Nullable String restart,
        boolean selfUpdate,
        boolean phone,
        boolean noAutoMerge,
        @Nullable AssemblyIdentity parent,
        List<Update> updates,
        @Nullable AssemblyIdentity recalled,
        List<Capability> capabilities) {

    public CbsFacts {
        updates = List.copyOf(updates);
        capabilities = List.copyOf(capabilities);
    }

    /**
     * One thing that is installed.
     *
     * @param name the package's name with underlines, or 64 hexadecimal digits
     * @param kind {@code component}, {@code package} or {@code driver}
     * @param target what is installed, absent for a driver
     * @param inf the driver's information file
     */
    public record Update(
            @Nullable String name,
            @Nullable String restart,
            String kind,
            @Nullable AssemblyIdentity target,
            @Nullable String inf) {}

    /**
     * A feature and the packages that bring it.
     *
     * @param group {@code OEM} or a group of Microsoft's
     * @param fmId id of the feature manifest
     * @param name id of the feature
     */
    public record Capability(
            @Nullable String group,
            @Nullable String fmId,
            @Nullable String name,
            List<CapabilityPackage> packages) {
        public Capability {
            packages = List.copyOf(packages);
        }
    }

    /** One package of a feature. */
    public record CapabilityPackage(
            @Nullable String satelliteType,
            @Nullable String targetPartition,
            boolean binaryPartition,
            AssemblyIdentity identity) {}
}

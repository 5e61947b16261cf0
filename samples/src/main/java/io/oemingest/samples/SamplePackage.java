package io.oemingest.samples;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import io.oemingest.emulator.port.EkuProfile;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A package of the made-up Contoso phone, before it is written.
 *
 * @param subComponent last part of the name; it ends with the partition, as image builds name their packages
 * @param signer who test-signs it: extensions of the hardware abstraction layer have a signer of their own
 * @param files content by path on the device
 * @param registry values that it sets
 */
record SamplePackage(
        PackageStyle style,
        String component,
        String subComponent,
        FirmwareVersion version,
        ReleaseType releaseType,
        EkuProfile signer,
        Map<String, ByteSource> files,
        List<RegistryValue> registry) {
    static final String OWNER = "Contoso";
    static final FirmwareVersion FIRST_VERSION = FirmwareVersion.parse("1040.8.15236.45008");

    SamplePackage {
        // The order of the files decides their names in the cabinet, so it must not depend on chance.
        files = Collections.unmodifiableMap(new TreeMap<>(files));
        registry = List.copyOf(registry);
    }

    /** A package for phones on sale, signed as OEM packages are. */
    static SamplePackage of(PackageStyle style, String component, String subComponent, Map<String, ByteSource> files) {
        return new SamplePackage(
                style,
                component,
                subComponent,
                FIRST_VERSION,
                ReleaseType.PRODUCTION,
                EkuProfile.OEM,
                files,
                List.of());
    }

    SamplePackage withVersion(FirmwareVersion value) {
        return new SamplePackage(style, component, subComponent, value, releaseType, signer, files, registry);
    }

    SamplePackage withSigner(EkuProfile value) {
        return new SamplePackage(style, component, subComponent, version, releaseType, value, files, registry);
    }

    SamplePackage withReleaseType(ReleaseType value) {
        return new SamplePackage(style, component, subComponent, version, value, signer, files, registry);
    }

    SamplePackage withRegistry(List<RegistryValue> values) {
        return new SamplePackage(style, component, subComponent, version, releaseType, signer, files, values);
    }

    String partition() {
        return subComponent.substring(subComponent.lastIndexOf('.') + 1);
    }

    String fileName() {
        return PackageWriter.fileName(manifest());
    }

    PackageManifest manifest() {
        return PackageManifest.builder(style, PackageIdentity.of(OWNER, component, subComponent))
                .version(version)
                .ownerType(OwnerType.OEM.text())
                .releaseType(releaseType.text())
                .buildType("Retail")
                .cpuType("ARM")
                .partition(partition())
                .platform(style == PackageStyle.SPKG ? "CS8974" : null)
                .groupingKey(component)
                .build();
    }
}

package io.oemingest.emulator.testing;

import io.oemingest.core.format.image.RegistryValue;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Small unsigned packages that say of themselves all that the rules want to hear. */
public final class TestPackages {
    private static final Instant ISSUED = Instant.parse("2026-11-22T06:16:00Z");
    private static final String TARGETING = "HKEY_LOCAL_MACHINE\\SYSTEM\\Platform\\DeviceTargetingInfo";

    private TestPackages() {}

    /** Writes {@code Contoso.<component>.spkg} with one text file; answers its path. */
    public static Path write(Path folder, FirmwareVersion version, String component) throws IOException {
        PackageManifest facts = facts(version, PackageIdentity.of("Contoso", component, null));
        String name = component + ".txt";
        byte[] text = ("content of " + component).getBytes(StandardCharsets.UTF_8);
        return write(folder, facts, PackageWriter.of(facts).file("\\Windows\\" + name, ByteSource.of(name, text)));
    }

    /** Writes {@code Contoso.DEMO.Customizations.MainOS.spkg} with device targeting values; answers its path. */
    public static Path writeTargeting(Path folder, FirmwareVersion version, Map<String, String> values)
            throws IOException {
        PackageManifest facts = facts(version, PackageIdentity.of("Contoso", "DEMO", "Customizations.MainOS"));
        List<RegistryValue> registry = values.entrySet().stream()
                .map(each -> RegistryValue.text(TARGETING, each.getKey(), each.getValue()))
                .toList();
        return write(folder, facts, PackageWriter.of(facts).registry(registry));
    }

    private static Path write(Path folder, PackageManifest facts, PackageWriter writer) throws IOException {
        Path target = Files.createDirectories(folder).resolve(PackageWriter.fileName(facts));
        writer.writeTo(target, new SecurityCatalogBuilder(() -> ISSUED));
        return target;
    }

    private static PackageManifest facts(FirmwareVersion version, PackageIdentity identity) {
        return PackageManifest.builder(PackageStyle.SPKG, identity)
                .version(version)
                .ownerType("OEM")
                .releaseType("Production")
                .buildType("fre")
                .cpuType("ARM")
                .partition("MainOS")
                .platform("Test")
                .build();
    }
}

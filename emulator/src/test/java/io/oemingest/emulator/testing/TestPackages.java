package io.oemingest.emulator.testing;

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

/** Small unsigned packages that say of themselves all that the rules want to hear. */
public final class TestPackages {
    private static final Instant ISSUED = Instant.parse("2026-11-22T06:16:00Z");

    private TestPackages() {}

    /** Writes {@code Contoso.<component>.spkg} with one text file; answers its path. */
    public static Path write(Path folder, FirmwareVersion version, String component) throws IOException {
        PackageManifest facts = PackageManifest.builder(
                        PackageStyle.SPKG, PackageIdentity.of("Contoso", component, null))
                .version(version)
                .ownerType("OEM")
                .releaseType("Production")
                .buildType("fre")
                .cpuType("ARM")
                .partition("MainOS")
                .platform("Test")
                .build();
        Path target = Files.createDirectories(folder).resolve(PackageWriter.fileName(facts));
        String name = component + ".txt";
        byte[] text = ("content of " + component).getBytes(StandardCharsets.UTF_8);
        PackageWriter.of(facts)
                .file("\\Windows\\" + name, ByteSource.of(name, text))
                .writeTo(target, new SecurityCatalogBuilder(() -> ISSUED));
        return target;
    }
}

package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyFilesTest {
    private static final int FILES = 600;

    @TempDir
    private Path folder;

    /** In a process that may have 300 files open, where the Java runtime itself needs some. */
    @Test
    void signsAPackageOfMoreFilesThanAProcessMayHaveOpen() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "/bin/sh: skipped, no shell that limits open files");
        Path output = folder.resolve("output.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process run = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -n 300 && exec \"$@\"",
                        "sh",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ManyFilesTest.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(run.waitFor()).as(Files.readString(output)).isZero();
        try (ByteSource signed = ByteSource.open(folder.resolve("signed.spkg"))) {
            FirmwarePackage firmware = FirmwarePackage.read(signed, TestPackages.LIMITS);
            assertThat(firmware.cabinet().members()).hasSize(FILES + 2);
            assertThat(CodeSignatures.ofCabinet(firmware.cabinet(), TestPackages.LIMITS))
                    .isNotNull();
        }
    }

    /** The limited process: writes a package into a folder and signs it. */
    public static void main(String... args) throws Exception {
        Path folder = Path.of(args[0]);
        PackageManifest facts = PackageManifest.retail(PackageStyle.SPKG, PackageIdentity.of("Contoso", "Many", null))
                .version(FirmwareVersion.parse("1.0.0.1"))
                .build();
        PackageWriter writer = PackageWriter.of(facts);
        for (int i = 0; i < FILES; i++) {
            byte[] content = ("file " + i).getBytes(StandardCharsets.UTF_8);
            writer.file("\\Windows\\f" + i + ".txt", ByteSource.of("f" + i, content));
        }
        Path unsigned = folder.resolve("unsigned.spkg");
        writer.writeTo(unsigned, new SecurityCatalogBuilder(TestPackages.TIME));
        SigningIdentity signer = TestPackages.OEM_SIGNER.identity();
        try (ByteSource source = ByteSource.open(unsigned)) {
            new PackageSigner((part, name, present) -> signer, TestPackages.TIME, TestPackages.LIMITS)
                    .sign(FirmwarePackage.read(source, TestPackages.LIMITS), folder.resolve("signed.spkg"), folder);
        }
    }
}

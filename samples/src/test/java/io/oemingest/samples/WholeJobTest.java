package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages made here and packages of a real kit go through the whole job; another program verifies what came out. */
class WholeJobTest {
    private static final ProductType PRODUCT = ProductType.WINDOWS_PHONE_THRESHOLD;
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    @TempDir
    private Path folder;

    @Test
    void packagesOfOurOwnKeepTheirContentInBothContexts() throws Exception {
        for (CabinetCompression compression :
                List.of(CabinetCompression.MSZIP, CabinetCompression.STORED, CabinetCompression.lzx(21))) {
            Path work = folder.resolve(compression.toString());
            try (IngestionEmulator emulator = IngestionEmulator.builder().start()) {
                SampleInput input = new SamplePackages(emulator::inputSigner, compression)
                        .writeTo(work.resolve("input"), ContosoPhone.packages());

                Path contextual = new WholeJob(emulator, work.resolve("contextual"))
                        .signedPackages(new PartialImage.Contextual(
                                input.updateHistory(), input.oemInput(), input.packages(), PRODUCT));
                Path contextFree = new WholeJob(emulator, work.resolve("context-free"))
                        .signedPackages(new PartialImage.ContextFree(input.packages(), PRODUCT));

                assertOnlySignaturesChanged(input.packages(), contextual);
                assertOnlySignaturesChanged(input.packages(), contextFree);
                assertOsslsigncodeAccepts(emulator, contextual);
                assertOsslsigncodeAccepts(emulator, contextFree);
            }
        }
    }

    @Test
    void packagesThatARealKitTestSignedKeepTheirContentInBothContexts() throws Exception {
        Path packages = realTestSignedPackages();
        EmulatorOptions.Builder options = IngestionEmulator.builder();
        authoritiesOf(packages).forEach(options::trustInputRoot);
        Path history = Files.writeString(folder.resolve("UpdateHistory.xml"), historyOf(packages));
        Path oemInput = Files.writeString(folder.resolve("OEMInput.xml"), SampleDocuments.oemInput());
        try (IngestionEmulator emulator = options.start()) {
            Path contextual = new WholeJob(emulator, folder.resolve("contextual"))
                    .signedPackages(new PartialImage.Contextual(history, oemInput, packages, PRODUCT));
            Path contextFree = new WholeJob(emulator, folder.resolve("context-free"))
                    .signedPackages(new PartialImage.ContextFree(packages, PRODUCT));

            assertThat(files(contextual)).hasSize(4);
            assertOnlySignaturesChanged(packages, contextual);
            assertOnlySignaturesChanged(packages, contextFree);
            assertOsslsigncodeAccepts(emulator, contextual);
            assertOsslsigncodeAccepts(emulator, contextFree);
        }
    }

    private static void assertOnlySignaturesChanged(Path before, Path after) throws IOException {
        List<Path> inputs = files(before);
        assertThat(files(after))
                .extracting(Path::getFileName)
                .isEqualTo(inputs.stream().map(Path::getFileName).toList());
        for (Path input : inputs) {
            Path output = after.resolve(input.getFileName());
            assertThat(PackageContent.of(output)).isNotEmpty().containsExactlyEntriesOf(PackageContent.of(input));
            assertThat(PackageContent.catalog(output)).isNotEqualTo(PackageContent.catalog(input));
        }
    }

    private void assertOsslsigncodeAccepts(IngestionEmulator emulator, Path packages) throws Exception {
        Path roots = Files.writeString(folder.resolve("retail-roots.pem"), emulator.retailRootsPem());
        for (Path file : files(packages)) {
            assertThat(osslsigncode(roots, file)).as(file.toString()).contains("Number of verified signatures: 1");
            Path catalog = Files.write(folder.resolve("content.cat"), PackageContent.catalog(file));
            assertThat(osslsigncode(roots, catalog))
                    .as(file + ", catalog")
                    .contains("Number of verified signatures: 1");
        }
    }

    private String osslsigncode(Path roots, Path signed) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(
                            "osslsigncode", "verify", "-CAfile", roots.toString(), "-in", signed.toString())
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException e) {
            return Assumptions.abort("osslsigncode: skipped, not installed");
        }
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private Path realTestSignedPackages() throws IOException {
        Path samples = Path.of(System.getProperty("oemingest.samples", ""));
        Assumptions.assumeTrue(Files.isDirectory(samples), () -> samples + ": skipped, no samples folder");
        Path packages = Files.createDirectories(folder.resolve("packages"));
        for (String kind : List.of("cbs-arm-testsigned", "cbs-amd64")) {
            for (Path file : files(samples.resolve(kind))) {
                Files.copy(file, packages.resolve(file.getFileName()));
            }
        }
        return packages;
    }

    /** The authorities that travel in the packages' own signatures; the kit's roots are not among them. */
    private static Iterable<X509Certificate> authoritiesOf(Path packages) throws Exception {
        Map<String, X509Certificate> authorities = new HashMap<>();
        for (Path file : files(packages)) {
            try (ByteSource source = ByteSource.open(file)) {
                byte[] signature = Objects.requireNonNull(
                                Cabinet.read(source, LIMITS).signatureArea())
                        .readAll(LIMITS.maxInMemory());
                for (Certificate each : CertificateFactory.getInstance("X.509")
                        .generateCertificates(new ByteArrayInputStream(signature))) {
                    X509Certificate certificate = (X509Certificate) each;
                    if (certificate.getSubjectX500Principal().getName().contains("TEST ONLY")
                            && certificate.getBasicConstraints() >= 0) {
                        authorities.put(certificate.getSubjectX500Principal().getName(), certificate);
                    }
                }
            }
        }
        return authorities.values();
    }

    private static String historyOf(Path packages) throws IOException {
        StringBuilder entries = new StringBuilder();
        for (Path file : files(packages)) {
            try (ByteSource source = ByteSource.open(file)) {
                entries.append(entryOf(FirmwarePackage.read(source, LIMITS).manifest()));
            }
        }
        return SampleDocuments.historyOf(entries.toString());
    }

    private static String entryOf(PackageManifest manifest) {
        var version = manifest.version();
        return """
                <Package><Identity><Owner>%s</Owner><Component>%s</Component>%s
                <Version Major="%d" Minor="%d" QFE="%d" Build="%d" /></Identity>
                <Partition>%s</Partition><IsRemoval>false</IsRemoval><PackageFile>\\\\?\\c:\\%s.cab</PackageFile>
                <PackageType>Canonical</PackageType></Package>
                """.formatted(
                        manifest.identity().owner(),
                        manifest.identity().component(),
                        manifest.identity().subComponent() == null
                                ? ""
                                : "<SubComponent>" + manifest.identity().subComponent() + "</SubComponent>",
                        version.major(),
                        version.minor(),
                        version.qfe(),
                        version.build(),
                        manifest.partition(),
                        manifest.name());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}

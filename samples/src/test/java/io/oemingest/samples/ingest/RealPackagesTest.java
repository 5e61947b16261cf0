package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real packages, where the samples folder is; the signers that OpenSSL finds are the yardstick. */
class RealPackagesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("oemingest.samples", "none"));
    private static final String CERTIFICATE_END = "-----END CERTIFICATE-----";

    @TempDir
    Path folder;

    static List<Path> packages() throws IOException {
        if (!Files.isDirectory(SAMPLES)) {
            return List.of(SAMPLES);
        }
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(RealPackagesTest::isPackage).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("packages")
    void showsTheSignerAndUsagesThatOpenSslFinds(Path file) throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), SAMPLES + ": skipped, no samples folder");
        assumeTrue(isInstalled("openssl"), "openssl: skipped, not installed");

        Run run = Run.of("inspect", "--all", file);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        List<String> shown = run.out()
                .lines()
                .dropWhile(line -> !line.startsWith("    cabinet "))
                .toList();
        List<String> found = certificate(file, value(shown, "thumbprint"));
        assertThat(found)
                .containsSubsequence(
                        "subject=" + value(shown, "subject"),
                        "issuer=" + value(shown, "issuer"),
                        "X509v3 Extended Key Usage:",
                        value(shown, "usages")
                                .replace("1.3.6.1.5.5.7.3.3 (code signing)", "Code Signing")
                                .replaceAll(" \\([a-z ]+\\)", ""));
    }

    @Test
    void showsARealCabinetThatIsNoPackage() {
        Path file = SAMPLES.resolve("cab-ms-signed/Microsoft.DeviceLayoutValidationManifest.cab");
        assumeTrue(Files.isRegularFile(file), file + ": skipped, no such sample");

        Run run = Run.of("inspect", file);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith(file + ": cabinet\n")
                .contains("  members: 4\n", "    subject           CN=Sheikh Twahir\n");
    }

    private static boolean isPackage(Path file) {
        String name = file.toString();
        if (!name.endsWith(".cab") && !name.endsWith(".spkg")) {
            return false;
        }
        try (ByteSource source = ByteSource.open(file)) {
            return FirmwarePackage.isPackage(Cabinet.read(source, FormatLimits.defaults()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String value(List<String> lines, String label) {
        String start = "      " + label + " ";
        return lines.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    /** What OpenSSL says of the certificate with this SHA-1 in the signature of the cabinet. */
    private List<String> certificate(Path file, String thumbprint) throws Exception {
        Path signature = folder.resolve("signature.p7");
        try (ByteSource source = ByteSource.open(file);
                InputStream area = Cabinet.read(source, FormatLimits.defaults()).signatureArea().stream()) {
            Files.copy(area, signature);
        }
        String all = openssl("pkcs7", "-inform", "DER", "-in", signature.toString(), "-print_certs");
        for (String each : all.split(CERTIFICATE_END)) {
            if (each.contains("BEGIN CERTIFICATE")) {
                List<String> facts = facts(each + CERTIFICATE_END + "\n");
                if (facts.get(2).replace(":", "").equalsIgnoreCase("sha1 Fingerprint=" + thumbprint)) {
                    return facts;
                }
            }
        }
        throw new AssertionError("OpenSSL finds no certificate " + thumbprint + " in\n" + all);
    }

    private List<String> facts(String pem) throws Exception {
        Path file = Files.writeString(folder.resolve("certificate.pem"), pem);
        String text = openssl(
                "x509",
                "-in",
                file.toString(),
                "-noout",
                "-nameopt",
                "RFC2253",
                "-subject",
                "-issuer",
                "-fingerprint",
                "-sha1",
                "-ext",
                "extendedKeyUsage");
        return text.lines().map(String::strip).toList();
    }

    private static String openssl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }
}

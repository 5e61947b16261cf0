package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.SigningProfileReport;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PkiCommandTest {
    private static final List<String> SIGNERS =
            List.of("app", "hal", "microsoft-system", "oem", "platform-key", "pp", "ppl");

    @TempDir
    Path folder;

    private Path keys;

    @BeforeEach
    void create() {
        keys = folder.resolve("keys");
        assertThat(Run.of("pki", "create", "--folder", keys, "--instance", "unit", "--keys", "p-256"))
                .isEqualTo(new Run(0, keys + ": keys made, TEST ONLY\n", ""));
    }

    @Test
    void makesNoKeysWhereSomeAre() throws IOException {
        byte[] before = Files.readAllBytes(keys.resolve("input.p12"));
        Run again = Run.of("pki", "create", "--folder", keys, "--keys", "p-256");
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).startsWith("ingest: " + keys + ": is there already");
        assertThat(keys.resolve("input.p12")).hasBinaryContent(before);
    }

    @Test
    void knowsFourKindsOfKey() {
        Run run = Run.of("pki", "create", "--folder", folder.resolve("other"), "--keys", "dsa");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Invalid value for option '--keys': 'dsa' is none of rsa-2048, rsa-3072, rsa-4096, p-256");
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void showsEverySubjectWithItsInstance() {
        Run shown = Run.of("pki", "show", "--folder", keys);
        assertThat(shown.exitCode()).isZero();
        assertThat(shown.out().lines().filter(line -> line.startsWith("  subject ")))
                .hasSize(24)
                .allMatch(line -> line.contains("(TEST ONLY),OU=Emulator unit,O=OEM Ingestion Emulator (TEST ONLY)"));
        assertThat(shown.out()).contains("  usages     1.3.6.1.5.5.7.3.8\n");
        Run json = Run.of("pki", "show", "--folder", keys, "--json");
        assertThat(json.err()).isEmpty();
        assertThat(json.out()).startsWith("{\n  \"certificates\": [").contains("\"hierarchy\": \"Emulated Retail\"");
        assertThat(shown.out())
                .startsWith(SigningProfileReport.toText(EkuProfiles.DOCUMENTED.describe()) + "Test Input app\n");
        assertThat(json.out())
                .contains("  \"signingProfiles\": [\n    {\n      \"id\": \"OEM\",\n"
                        + "      \"ekus\": \"1.3.6.1.4.1.311.76.5.40\",\n      \"branch\": \"Packages\",\n");
    }

    @Test
    void showsNothingOfAFolderWithoutKeysAndMakesNone() {
        Path none = folder.resolve("none");
        Run run = Run.of("pki", "show", "--folder", none);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(none).doesNotExist();
    }

    @Test
    void exportsKeysOfTheInputSideAloneAndOverwritesNothing() throws Exception {
        Path out = folder.resolve("out");
        Run exported = Run.of("pki", "export", "--folder", keys, "--out", out);
        assertThat(exported.exitCode()).as(exported.err()).isZero();
        try (Stream<Path> files = Files.list(out)) {
            List<String> stores = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".p12"))
                    .sorted()
                    .toList();
            assertThat(stores)
                    .isEqualTo(SIGNERS.stream()
                            .map(each -> "test-input-" + each + ".p12")
                            .toList());
        }
        assertThat(out.resolve("emulated-retail-root.pem")).isNotEmptyFile();
        assertThat(out.resolve("emulated-retail-root.der")).isNotEmptyFile();
        for (String each : SIGNERS) {
            Path store = out.resolve("test-input-" + each + ".p12");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                    .isEqualTo("rw-------");
            assertSigns(store);
        }
        byte[] root = Files.readAllBytes(out.resolve("test-input-root.der"));
        Run again = Run.of("pki", "export", "--folder", keys, "--out", out);
        assertThat(again.exitCode()).isEqualTo(3);
        assertThat(again.err()).contains(": is there already");
        assertThat(out.resolve("test-input-root.der")).hasBinaryContent(root);
    }

    private static void assertSigns(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "test only".toCharArray();
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, password);
        }
        String alias = Collections.list(store.aliases()).get(0);
        Certificate[] chain = store.getCertificateChain(alias);
        assertThat(chain).hasSize(2);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign((PrivateKey) store.getKey(alias, password));
        signature.update(new byte[] {1});
        byte[] value = signature.sign();
        signature.initVerify(chain[0]);
        signature.update(new byte[] {1});
        assertThat(signature.verify(value)).isTrue();
    }

    @Test
    void osslsigncodeSignsWithAnExportedKey() throws Exception {
        Path out = folder.resolve("out");
        Run.of("pki", "export", "--folder", keys, "--out", out);
        byte[] unsigned = new HashTableCatalogBuilder(InstantSource.system())
                .unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789".repeat(4)));
        Path catalog = Files.write(folder.resolve("image.cat"), unsigned);
        Path signed = folder.resolve("signed.cat");
        Path store = out.resolve("test-input-platform-key.p12");
        peer("sign", "-h", "sha256", "-pkcs12", store, "-pass", "test only", "-in", catalog, "-out", signed);
        peer("verify", "-CAfile", out.resolve("test-input-root.pem"), "-in", signed);
    }

    private static void peer(Object... arguments) throws Exception {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/osslsigncode")), "osslsigncode: skipped, not installed");
        List<String> words = Stream.concat(
                        Stream.of("osslsigncode"), Stream.of(arguments).map(Object::toString))
                .toList();
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

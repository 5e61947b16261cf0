package io.oemingest.emulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.emulator.port.EkuProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that outlive their emulator. */
class TestPkiFolderTest {
    @TempDir
    Path folder;

    @Test
    void keepsEveryKeyForTheNextRun() throws Exception {
        TestPki first = open("first", SigningFixture.TIME);
        List<X509Certificate> made = certificates(first);
        TestPki second = open("second", InstantSource.fixed(SigningFixture.NOW.plus(Duration.ofDays(3000))));

        assertThat(certificates(second)).isEqualTo(made).hasSize(2 * (1 + 1 + 1 + EkuProfile.values().length));
        Path unsigned = new SigningFixture(folder).unsigned();
        Path signed = folder.resolve("signed.spkg");
        new TestInputSigner(second.input(), EkuProfile.HAL, SigningFixture.TIME).sign(unsigned, signed);
        assertThat(signed).isNotEmptyFile();
    }

    @Test
    void letsOnlyTheirOwnerReadTheFiles() throws IOException {
        open("owner", SigningFixture.TIME);
        try (Stream<Path> files = Files.list(folder.resolve("pki"))) {
            assertThat(files)
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void refusesKeysThatAreNoLongerValid() throws IOException {
        open("old", SigningFixture.TIME);
        InstantSource later = InstantSource.fixed(SigningFixture.NOW.plus(Duration.ofDays(3651)));

        assertThatThrownBy(() -> open("old", later))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("pki/input.p12") + ": the certificate of CN=")
                .hasMessageEndingWith(" to 2036-11-19T06:16:00Z; remove the folder to have new keys made");
    }

    @Test
    void refusesFilesThatAreDamagedOrGone() throws IOException {
        open("damaged", SigningFixture.TIME);
        Path input = folder.resolve("pki/input.p12");
        byte[] bytes = Files.readAllBytes(input);
        bytes[bytes.length / 2] ^= 1;
        Files.write(input, bytes);

        assertThatThrownBy(() -> open("damaged", SigningFixture.TIME))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(input + ": the keys cannot be read; remove the folder to have new ones made");
        Files.delete(input);
        assertThatThrownBy(() -> open("damaged", SigningFixture.TIME))
                .isExactlyInstanceOf(NoSuchFileException.class)
                .hasMessage(input.toString());
    }

    private TestPki open(String instance, InstantSource time) throws IOException {
        return TestPki.open(folder.resolve("pki"), PkiOptions.fast(instance), new SecureRandom(), time);
    }

    private static List<X509Certificate> certificates(TestPki pki) {
        List<X509Certificate> all = new ArrayList<>();
        for (TestAuthority authority : List.of(pki.input(), pki.retail())) {
            all.add(authority.root());
            all.add(authority.archiveSigner().certificate());
            all.add(authority.platformKey().certificate());
            for (EkuProfile each : EkuProfile.values()) {
                all.add(authority.signer(each).certificate());
            }
        }
        return all;
    }
}

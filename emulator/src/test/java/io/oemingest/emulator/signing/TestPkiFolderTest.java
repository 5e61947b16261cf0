package io.oemingest.emulator.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
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
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
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

        assertThat(certificates(second))
                .isEqualTo(made)
                .hasSize(2 * (1 + 1 + EkuProfiles.DOCUMENTED.all().size()));
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

    @Test
    void makesWhatALaterTableHasAndLeavesTheRest() throws Exception {
        EkuProfiles before = new EkuProfiles(List.of(EkuProfile.OEM, EkuProfile.HAL, EkuProfile.PLATFORM_KEY));
        TestAuthority first =
                open(PkiOptions.fast("first").withProfiles(before)).retail();
        Map<String, IssuedKey> kept = first.allKeys();
        assertThat(kept.keySet())
                .containsExactlyInAnyOrder(
                        "root", "packages", "images", "archives", "timestamps", "oem", "hal", "platform-key");

        TestAuthority second = open(PkiOptions.fast("second")).retail();
        Map<String, IssuedKey> all = second.allKeys();
        assertThat(all).containsAllEntriesOf(kept);
        assertThat(new TreeMap<>(all).keySet())
                .containsExactlyElementsOf(new TreeSet<>(Stream.concat(
                                kept.keySet().stream(),
                                Stream.of(
                                        "app",
                                        "microsoft-system",
                                        "pp",
                                        "ppl",
                                        "packages.app",
                                        "packages.microsoft-system",
                                        "packages.pp",
                                        "packages.ppl"))
                        .toList()));
        SigningFixture fixture = new SigningFixture(folder);
        for (EkuProfile each : EkuProfiles.DOCUMENTED.ofPackages()) {
            Path signed = fixture.signedBy(second.signer(each));
            assertThat(SigningFixture.verified(
                                    signed, TrustPolicy.emulatedRetail(List.of(first.root()), SigningFixture.NOW))
                            .cabinet()
                            .ekus())
                    .isEqualTo(each.ekus());
        }
        assertThat(open(PkiOptions.fast("third")).retail().allKeys()).isEqualTo(all);
    }

    @Test
    void aNameThatGotOtherUsagesGetsAnotherKey() throws Exception {
        EkuCombination wanted = EkuCombination.of(PhoneEku.OEM.oid(), PhoneEku.HAL.oid());
        X509Certificate before =
                open(PkiOptions.fast("first")).retail().signer(EkuProfile.OEM).certificate();
        SigningIdentity after = open(PkiOptions.fast("second")).retail().signer(EkuProfile.ofPackages("OEM", wanted));
        assertThat(after.ekus()).isEqualTo(wanted);
        assertThat(after.certificate()).isNotEqualTo(before);
        assertThat(after.chain().get(1))
                .isEqualTo(open(PkiOptions.fast("third"))
                        .retail()
                        .signer(EkuProfile.HAL)
                        .chain()
                        .get(1));
    }

    @Test
    void aProfileMayHaveTheNameOfAnAuthority() throws Exception {
        EkuProfile profile = EkuProfile.ofPackages("Root", EkuCombination.of(PhoneEku.UNDOCUMENTED_60.oid()));
        TestAuthority authority = open(PkiOptions.fast("names").withProfiles(EkuProfiles.DOCUMENTED.with(profile)))
                .input();
        assertThat(authority.signer(profile).ekus()).isEqualTo(profile.ekus());
        assertThat(authority.root().getBasicConstraints()).isEqualTo(1);
        assertThat(authority.allKeys()).containsKeys("root", "profile.root");
    }

    private TestPki open(PkiOptions options) throws IOException {
        return TestPki.open(folder.resolve("pki"), options, new SecureRandom(), SigningFixture.TIME);
    }

    private TestPki open(String instance, InstantSource time) throws IOException {
        return TestPki.open(folder.resolve("pki"), PkiOptions.fast(instance), new SecureRandom(), time);
    }

    private static List<X509Certificate> certificates(TestPki pki) {
        List<X509Certificate> all = new ArrayList<>();
        for (TestAuthority authority : List.of(pki.input(), pki.retail())) {
            all.add(authority.root());
            all.add(authority.archiveSigner().certificate());
            for (EkuProfile each : EkuProfiles.DOCUMENTED.all()) {
                all.add(authority.signer(each).certificate());
            }
        }
        return all;
    }
}

package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.LIMITS;
import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.PKI;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static io.oemingest.emulator.signing.SigningFixture.retailSigner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.SignatureVerifier;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.PackageRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an emulator signs is good for its own root alone, and what Microsoft and its kit signed is good for no emulator's. */
class EmulatedIsNotRealTest {
    private static final List<X509Certificate> EMULATED = List.of(PKI.retail().root());
    private static final Map<String, String> OF_ANY_KEY = Map.ofEntries(
            Map.entry("root", "NOT_A_CODE_SIGNER"),
            Map.entry("packages", "NOT_A_CODE_SIGNER"),
            Map.entry("images", "NOT_A_CODE_SIGNER"),
            Map.entry("archives", "NOT_A_CODE_SIGNER"),
            Map.entry("timestamps", "NOT_A_CODE_SIGNER"),
            Map.entry("platform-key", "EKU_NOT_ALLOWED"),
            Map.entry("oem", "UNTRUSTED_CHAIN"),
            Map.entry("hal", "UNTRUSTED_CHAIN"),
            Map.entry("pp", "UNTRUSTED_CHAIN"),
            Map.entry("ppl", "UNTRUSTED_CHAIN"),
            Map.entry("app", "UNTRUSTED_CHAIN"),
            Map.entry("microsoft-system", "UNTRUSTED_CHAIN"));

    @TempDir
    private Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SigningFixture(folder);
    }

    @Test
    void realRetailTakesNothingThatTheEmulatorSigned() throws Exception {
        TrustPolicy real = TrustPolicy.realRetail(RealAuthorities.retail(), NOW);
        assertThat(judged(signed(retailSigner()), real)).isEqualTo(all("UNTRUSTED_CHAIN"));
        assertThat(judged(signed(stamping()), real)).isEqualTo(all("TIMESTAMP"));
    }

    @Test
    void theKitsRootsVouchForNothingThatTheEmulatorSigned() throws Exception {
        TrustPolicy kit = TrustPolicy.testInput(RealAuthorities.kit());
        assertThat(judged(signed(retailSigner()), kit)).isEqualTo(all("UNTRUSTED_CHAIN"));
        assertThat(judged(signed(stamping()), kit)).isEqualTo(all("TIMESTAMP"));
        // Not even when its time stamps are believed.
        assertThat(judged(signed(stamping()), kit.withTimestamps(EMULATED, true)))
                .isEqualTo(all("UNTRUSTED_CHAIN"));
    }

    @Test
    void noRootOfTheEmulatorIsARealOne() {
        for (TestAuthority each : List.of(PKI.input(), PKI.retail())) {
            assertThatThrownBy(() -> TrustPolicy.realRetail(List.of(each.root()), NOW))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("A root for tests vouches for no real retail signature: '"
                            + each.root().getSubjectX500Principal().getName() + "'");
        }
    }

    @Test
    void noKeyOfTheEmulatorSignsAsRealRetail() throws Exception {
        TrustPolicy real = TrustPolicy.realRetail(RealAuthorities.retail(), NOW);
        for (TestAuthority each : List.of(PKI.input(), PKI.retail())) {
            Map<String, String> said = new TreeMap<>();
            for (Map.Entry<String, IssuedKey> key : each.allKeys().entrySet()) {
                IssuedKey issued = key.getValue();
                Path file = fixture.signedBy(new SigningIdentity(issued.key(), issued.chain()));
                said.put(key.getKey(), judged(file, real).get("cabinet"));
            }
            assertThat(said).isEqualTo(OF_ANY_KEY);
        }
    }

    @Test
    void theEmulatorsRootsVouchForNoRealFile() throws Exception {
        for (Path file : RealAuthorities.packages()) {
            assertThat(judged(file, TrustPolicy.emulatedRetail(EMULATED, NOW)).get("cabinet"))
                    .as("%s", file)
                    .isEqualTo(ofReal(file));
            TrustPolicy input = TrustPolicy.testInput(List.of(PKI.input().root()));
            assertThat(judged(file, input).get("cabinet")).as("%s", file).isEqualTo(ofReal(file));
        }
    }

    @Test
    void theServiceTakesNoRealFileAsTestSigned() throws Exception {
        for (Path file : RealAuthorities.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                if (FirmwarePackage.isPackage(Cabinet.read(source, LIMITS))) {
                    assertThatThrownBy(() -> retailSigner().inspect(source))
                            .as("%s", file)
                            .isInstanceOf(PackageRefusedException.class)
                            .cause()
                            .isInstanceOfSatisfying(
                                    VerificationException.class,
                                    e -> assertThat(e.problem().name()).isEqualTo(ofReal(file)));
                }
            }
        }
    }

    private static String ofReal(Path file) {
        return file.getParent().getFileName().toString().contains("retail") ? "WEAK_DIGEST" : "UNTRUSTED_CHAIN";
    }

    private Path signed(RetailSigner signer) throws Exception {
        return fixture.signed(signer, fixture.testSigned(SigningFixture.inputSigner(EkuProfile.OEM)))
                .file();
    }

    private static RetailSigner stamping() {
        return retailSigner().withTimestamps(new TimestampAuthority(PKI, TIME, new SecureRandom()));
    }

    private static Map<String, String> all(String outcome) {
        return Map.of("cabinet", outcome, "package", outcome, "catalog", outcome, "3_sample.dll", outcome);
    }

    /** What is said of the cabinet, the package, the catalog and each PE file. */
    private static Map<String, String> judged(Path file, TrustPolicy policy) throws IOException {
        SignatureVerifier verifier = new SignatureVerifier(policy, LIMITS);
        Map<String, String> said = new TreeMap<>();
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            said.put("cabinet", outcome(() -> verifier.verifyCabinet(cabinet)));
            if (!FirmwarePackage.isPackage(cabinet)) {
                return said;
            }
            FirmwarePackage firmware = FirmwarePackage.read(source, LIMITS);
            said.put("package", outcome(() -> new PackageVerifier(policy, LIMITS).verify(firmware)));
            SecurityCatalog catalog = SecurityCatalog.read(ByteSource.of("cat", firmware.catalogBytes()), LIMITS);
            said.put("catalog", outcome(() -> verifier.verifyCatalog(catalog)));
            for (CabinetMember member : cabinet.members()) {
                ByteSource content = ByteSource.of(member.name(), cabinet.readAll(member, LIMITS.maxInMemory()));
                if (PeImage.isPe(content)) {
                    said.put(member.name(), outcome(() -> verifier.verifyPe(PeImage.read(content, LIMITS))));
                }
            }
        }
        return said;
    }

    private static String outcome(Verification verification) throws IOException {
        try {
            verification.run();
            return "ACCEPTED";
        } catch (VerificationException e) {
            return e.problem().name();
        }
    }

    private interface Verification {
        void run() throws VerificationException, IOException;
    }
}

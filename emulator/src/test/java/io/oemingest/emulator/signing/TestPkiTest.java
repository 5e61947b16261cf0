package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.PKI;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TestPkiTest {
    @ParameterizedTest
    @MethodSource("profiles")
    void everySubjectSaysWhatItIsGoodFor(EkuProfile profile) {
        Stream.of(PKI.input(), PKI.retail())
                .flatMap(authority -> Stream.concat(
                        Stream.of(authority.root()),
                        Stream.concat(
                                authority.signer(profile).chain().stream(),
                                authority.archiveSigner().chain().stream())))
                .forEach(certificate -> assertThat(
                                certificate.getSubjectX500Principal().getName())
                        .matches("CN=[^,]+ \\(TEST ONLY\\),OU=Emulator unit,O=OEM Ingestion Emulator \\(TEST ONLY\\)"));
    }

    static List<EkuProfile> profiles() {
        return EkuProfiles.DOCUMENTED.all();
    }

    @Test
    void aSignerStandsBelowAnAuthorityThatCannotMakeOthers() throws Exception {
        List<X509Certificate> chain = PKI.retail().signer(EkuProfile.HAL).chain();
        assertThat(chain).hasSize(2);
        assertThat(chain.get(0).getBasicConstraints()).isEqualTo(-1);
        assertThat(chain.get(1).getBasicConstraints()).isZero();
        assertThat(PKI.retail().root().getBasicConstraints()).isEqualTo(1);
        chain.get(0).verify(chain.get(1).getPublicKey());
        chain.get(1).verify(PKI.retail().root().getPublicKey());
        assertThat(PKI.retail().signer(EkuProfile.HAL).ekus())
                .isEqualTo(EkuCombination.of("1.3.6.1.4.1.311.76.5.20", "1.3.6.1.4.1.311.61.5.1"));
        assertThat(chain.get(1).getExtendedKeyUsage())
                .contains(EkuCombination.CODE_SIGNING, PhoneEku.HAL.oid())
                .doesNotContain(PhoneEku.PLATFORM_KEY.oid());
    }

    @Test
    void archivesAreSignedByWhoCannotSignPackages() throws Exception {
        assertThat(PKI.retail().archiveSigner().certificate().getExtendedKeyUsage())
                .doesNotContain(EkuCombination.CODE_SIGNING);
    }

    @Test
    void nothingIsSharedBetweenTheHierarchies() {
        Set<Object> keys = new HashSet<>();
        Set<Object> serials = new HashSet<>();
        for (TestAuthority authority : List.of(PKI.input(), PKI.retail())) {
            for (EkuProfile profile : profiles()) {
                X509Certificate certificate = authority.signer(profile).certificate();
                keys.add(certificate.getPublicKey());
                serials.add(certificate.getSerialNumber());
                assertThat(certificate.getSerialNumber().signum()).isPositive();
            }
        }
        assertThat(keys).hasSize(2 * profiles().size());
        assertThat(serials).hasSameSizeAs(keys);
    }

    @Test
    void validityStartsWithTheGivenTime() {
        X509Certificate root = PKI.input().root();
        assertThat(root.getNotBefore().toInstant()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(root.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(3650)));
    }

    @Test
    void theSameSignerIsIssuedOnce() {
        assertThat(PKI.input().signer(EkuProfile.OEM).certificate())
                .isSameAs(PKI.input().signer(EkuProfile.OEM).certificate());
    }

    @Test
    void theRootIsExportedAsPem() throws Exception {
        byte[] pem = PKI.retail().rootPem().getBytes(StandardCharsets.US_ASCII);
        assertThat(CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem)))
                .isEqualTo(PKI.retail().root());
    }

    @Test
    void keysAreRsaUnlessSpeedIsAskedFor() {
        TestPki pki = TestPki.create(PkiOptions.defaults("slow"), new SecureRandom(), TIME);
        assertThat(bits(pki.input().root())).isEqualTo(3072);
        assertThat(bits(pki.input().signer(EkuProfile.OEM).certificate())).isEqualTo(2048);
    }

    @ParameterizedTest
    @CsvSource({
        "rsa-2048, RSA_3072, RSA_2048",
        "rsa-3072, RSA_3072, RSA_3072",
        "RSA-4096, RSA_4096, RSA_4096",
        "p-256, P_256, P_256"
    })
    void authoritiesAreNoWeakerThanTheirSigners(String name, KeyKind authorities, KeyKind signers) {
        assertThat(PkiOptions.of("any", KeyKind.parse(name)))
                .isEqualTo(new PkiOptions("any", authorities, signers, EkuProfiles.DOCUMENTED));
    }

    @Test
    void refusesANameThatCannotStandInASubject() {
        assertThatThrownBy(() -> PkiOptions.fast("a,CN=b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("An emulator's name has 1 to 40 letters, digits, blanks, '.', '_' or '-': 'a,CN=b'");
    }

    private static int bits(X509Certificate certificate) {
        return ((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength();
    }
}

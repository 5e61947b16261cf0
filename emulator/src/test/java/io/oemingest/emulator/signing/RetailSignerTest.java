package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.LIMITS;
import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.PKI;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static io.oemingest.emulator.signing.SigningFixture.inputSigner;
import static io.oemingest.emulator.signing.SigningFixture.inspected;
import static io.oemingest.emulator.signing.SigningFixture.retailSigner;
import static io.oemingest.emulator.signing.SigningFixture.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.PhoneEku;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import io.oemingest.core.signing.VerifiedPackage;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.InputSignature;
import io.oemingest.emulator.port.PackageRefusedException;
import io.oemingest.emulator.signing.SigningFixture.Signed;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RetailSignerTest {
    private static final TrustPolicy RETAIL =
            TrustPolicy.emulatedRetail(List.of(PKI.retail().root()), NOW);

    @TempDir
    private Path folder;

    private SigningFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new SigningFixture(folder);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void signsWithTheRetailCertificateOfTheSameUsages(EkuProfile profile) throws Exception {
        Path input = fixture.testSigned(inputSigner(profile));
        Signed signed = fixture.signed(retailSigner(), input);
        VerifiedPackage verified = verified(signed.file(), RETAIL.withRequiredEkus(profile.ekus()));
        SignerCertificate expected =
                SignerCertificate.of(PKI.retail().signer(profile).certificate());
        assertThat(verified.cabinet().signer()).isEqualTo(expected);
        assertThat(verified.catalog().signer()).isEqualTo(expected);
        assertThat(verified.images().values()).extracting(CodeSignature::signer).containsExactly(expected);
        assertThat(signed.output().ekus()).isEqualTo(profile.ekus());
        assertThat(signed.output().signerThumbprint()).isEqualTo(expected.thumbprint());
        assertThat(signed.output().size()).isEqualTo(Files.size(signed.file()));
        try (ByteSource source = ByteSource.open(signed.file())) {
            assertThat(signed.output().sha256()).isEqualTo(Digest.sha256(source));
        }
    }

    static List<EkuProfile> profiles() {
        return EkuProfiles.DOCUMENTED.ofPackages();
    }

    @Test
    void anImageKeepsItsOwnUsages() throws Exception {
        Path input = fixture.testSigned(inputSigner(EkuProfile.OEM).withImage("SAMPLE.dll", EkuProfile.HAL));
        Signed signed = fixture.signed(retailSigner(), input);
        VerifiedPackage verified = verified(signed.file(), RETAIL);
        assertThat(verified.cabinet().ekus()).isEqualTo(EkuProfile.OEM.ekus());
        assertThat(verified.images().values()).extracting(CodeSignature::ekus).containsExactly(EkuProfile.HAL.ekus());
    }

    @Test
    void saysWhatTheTestSignaturesAre() throws Exception {
        Path input = fixture.testSigned(inputSigner(EkuProfile.OEM).withImage("sample.dll", EkuProfile.PPL));
        SignerCertificate signer =
                SignerCertificate.of(PKI.input().signer(EkuProfile.OEM).certificate());
        assertThat(inspected(retailSigner(), input))
                .isEqualTo(new InputSignature(
                        EkuProfile.OEM.ekus(),
                        Set.of(EkuProfile.OEM.ekus(), EkuProfile.PPL.ekus()),
                        signer.thumbprint()));
    }

    @Test
    void refusesAnUnsignedPackage() throws Exception {
        Path unsigned = fixture.unsigned();
        assertRefused(unsigned, "(signature): is not signed");
    }

    @Test
    void refusesAPackageThatWasChangedAfterItsTestSignature() throws Exception {
        Path input = fixture.testSigned(inputSigner(EkuProfile.OEM));
        byte[] bytes = Files.readAllBytes(input);
        bytes[32] ^= 1; // the set's number, which nothing but the digest looks at
        Path changed = Files.write(fixture.fresh("changed.spkg"), bytes);
        assertRefused(changed, "(signature): the file was changed after signing");
    }

    @Test
    void refusesItsOwnOutputAsInput() throws Exception {
        Path input = fixture.testSigned(inputSigner(EkuProfile.OEM));
        Signed signed = fixture.signed(retailSigner(), input);
        assertRefused(
                signed.file(),
                "(signature): no path of certificates leads from 'CN=Emulated Retail OEM Signer (TEST ONLY),"
                        + "OU=Emulator unit,O=OEM Ingestion Emulator (TEST ONLY)' to a trusted root");
    }

    @Test
    void refusesTheTestSignatureOfAnotherEmulator() throws Exception {
        TestPki other = TestPki.create(PkiOptions.fast("unit"), new SecureRandom(), TIME);
        Path input = fixture.testSigned(new TestInputSigner(other.input(), EkuProfile.OEM, TIME));
        assertThatThrownBy(() -> inspected(retailSigner(), input)).isInstanceOf(PackageRefusedException.class);

        InputTrust trust = new InputTrust(Set.of(other.input().root()), Set.of());
        RetailSigner trusting = new RetailSigner(PKI, trust, TIME, LIMITS);
        assertThat(inspected(trusting, input).ekus()).isEqualTo(EkuProfile.OEM.ekus());
    }

    @Test
    void takesTestSignaturesWithTimeStampsOfTheEmulatorItself() throws Exception {
        TimestampAuthority stamps = new TimestampAuthority(PKI, TIME, new SecureRandom());
        Path input = fixture.signedBy(PKI.input().signer(EkuProfile.OEM).withTimestamps(stamps));
        assertThat(inspected(retailSigner(), input).ekus()).isEqualTo(EkuProfile.OEM.ekus());

        TestPki other = TestPki.create(PkiOptions.fast("unit"), new SecureRandom(), TIME);
        TimestampAuthority strange = new TimestampAuthority(other, TIME, new SecureRandom());
        Path stranger = fixture.signedBy(PKI.input().signer(EkuProfile.OEM).withTimestamps(strange));
        assertThatThrownBy(() -> inspected(retailSigner(), stranger)).isInstanceOf(PackageRefusedException.class);
    }

    @Test
    void takesTestCertificatesThatHaveExpired() throws Exception {
        InstantSource longAgo = InstantSource.fixed(NOW.minus(Duration.ofDays(8000)));
        TestPki old = TestPki.create(PkiOptions.fast("old"), new SecureRandom(), longAgo);
        Path input = fixture.testSigned(new TestInputSigner(old.input(), EkuProfile.OEM, longAgo));
        InputTrust trust = new InputTrust(Set.of(old.input().root()), Set.of());
        assertThat(inspected(new RetailSigner(PKI, trust, TIME, LIMITS), input).ekus())
                .isEqualTo(EkuProfile.OEM.ekus());
    }

    @Test
    void hasNoCertificateForAnUnknownCombination() throws Exception {
        EkuCombination strange = EkuCombination.of(PhoneEku.SYSTEM.oid(), PhoneEku.PROTECTED_PROCESS.oid());
        CertificateMaker maker = new CertificateMaker(PkiOptions.fast("strange"), new SecureRandom(), TIME);
        IssuedKey root = maker.root("Strange Root");
        IssuedKey signer = maker.signer(
                "Strange Signer",
                List.of(
                        EkuCombination.CODE_SIGNING,
                        strange.oids().get(0),
                        strange.oids().get(1)),
                root);
        Path input = fixture.signedBy(signer.identity());
        InputTrust trust = new InputTrust(Set.of(root.certificate()), Set.of());
        RetailSigner retail = new RetailSigner(PKI, trust, TIME, LIMITS);
        assertThat(inspected(retail, input).ekus()).isEqualTo(strange);
        assertThat(retail.profiles().ofPackages(strange)).isNull();
        assertThatThrownBy(() -> fixture.signed(retail, input))
                .isInstanceOfSatisfying(
                        PackageRefusedException.class,
                        e -> assertThat(e.detail())
                                .isEqualTo("there is no certificate for the EKU combination '" + strange + "'"));
    }

    @Test
    void aProfileThatIsNamedIsForThePackageAndWhatIsSignedAsItIs() throws Exception {
        Path plain = fixture.testSigned(inputSigner(EkuProfile.OEM));
        Path mixed = fixture.testSigned(inputSigner(EkuProfile.OEM).withImage("sample.dll", EkuProfile.HAL));
        for (Path input : List.of(plain, mixed)) {
            Signed signed = fixture.signedAs(EkuProfile.PPL, input);
            VerifiedPackage verified = verified(signed.file(), RETAIL.withRequiredEkus(EkuProfile.PPL.ekus()));
            assertThat(signed.output().ekus()).isEqualTo(EkuProfile.PPL.ekus());
            assertThat(verified.cabinet().ekus()).isEqualTo(EkuProfile.PPL.ekus());
            assertThat(verified.catalog().ekus()).isEqualTo(EkuProfile.PPL.ekus());
            assertThat(verified.images().values())
                    .extracting(CodeSignature::ekus)
                    .containsExactly(input.equals(plain) ? EkuProfile.PPL.ekus() : EkuProfile.HAL.ekus());
        }
    }

    @Test
    void theRetailRootDoesNotVouchForTestSignatures() throws Exception {
        Path input = fixture.testSigned(inputSigner(EkuProfile.OEM));
        assertThatThrownBy(() -> verified(input, RETAIL))
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED_CHAIN));
    }

    @Test
    void signsTheManifestOfAnArchive() {
        byte[] manifest = "{}".getBytes(StandardCharsets.UTF_8);
        byte[] signature = retailSigner().signManifest(manifest);
        assertThatCode(() -> DetachedSignature.verify(manifest, signature, RETAIL))
                .doesNotThrowAnyException();
    }

    private void assertRefused(Path file, String message) {
        assertThatThrownBy(() -> inspected(retailSigner(), file))
                .isInstanceOf(PackageRefusedException.class)
                .hasMessage(file.getFileName() + " " + message);
        assertThatThrownBy(() -> fixture.signed(retailSigner(), file))
                .isInstanceOf(PackageRefusedException.class)
                .hasMessage(file.getFileName() + " " + message);
    }
}

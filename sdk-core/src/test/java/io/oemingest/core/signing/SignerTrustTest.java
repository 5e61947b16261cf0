package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.END;
import static io.oemingest.core.signing.TestCertificate.NOW;
import static io.oemingest.core.signing.TestCertificate.START;
import static io.oemingest.core.signing.TestPackages.AUTHORITY;
import static io.oemingest.core.signing.TestPackages.HAL_SIGNER;
import static io.oemingest.core.signing.TestPackages.OEM;
import static io.oemingest.core.signing.TestPackages.OEM_SIGNER;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static io.oemingest.core.signing.TestPackages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose signatures count: path, validity, usages, keys. */
class SignerTrustTest {
    private static final String CODE = EkuCombination.CODE_SIGNING;
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir
    private Path folder;

    private TestPackages packages;
    private Path unsigned;

    @BeforeEach
    void anUnsignedCabinet() throws Exception {
        packages = new TestPackages(folder);
        unsigned = packages.unsigned();
    }

    @Test
    void refusesWhoIsNoCodeSigner() throws Exception {
        String expected = "NOT_A_CODE_SIGNER: the signer's certificate has not the usage 1.3.6.1.5.5.7.3.3";
        assertThat(judged(signer(OEM.oids()))).isEqualTo(expected);
        assertThat(judged(signer(List.of("1.3.6.1.5.5.7.3.1")))).isEqualTo(expected);
        assertThat(judged(signer(List.of()))).isEqualTo(expected);
        assertThat(judged(signer(List.of("2.5.29.37.0")))).isEqualTo(expected);
    }

    @Test
    void refusesAnAuthorityAndAKeyForOtherUse() throws Exception {
        String expected = "NOT_A_CODE_SIGNER: the signer's certificate is not for signing content";
        Issued below = TestCertificate.named("CA").authority(1).by(ROOT);
        Issued authority = TestCertificate.signer(OEM).authority(0).by(below);
        assertThat(judged(authority)).isEqualTo(expected);
        Issued encipherment =
                TestCertificate.signer(OEM).keyUsage(KeyUsage.keyEncipherment).by(AUTHORITY);
        assertThat(judged(encipherment)).isEqualTo(expected);
    }

    @Test
    void refusesAnotherCombination() throws Exception {
        assertThat(judged(HAL_SIGNER))
                .isEqualTo("EKU_NOT_ALLOWED: the signer's usages are '1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20', "
                        + "required are '1.3.6.1.4.1.311.76.5.40'");
    }

    @Test
    void takesMoreThanIsRequired() throws Exception {
        assertThat(judged(signer(List.of(CODE, PhoneEku.OEM.oid(), PhoneEku.HARDWARE_DRIVER.oid()))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void refusesAPlatformKeyAndAPhoneUsageThatNobodyKnows() throws Exception {
        assertThat(judged(signer(List.of(CODE, PhoneEku.OEM.oid(), PhoneEku.PLATFORM_KEY.oid()))))
                .isEqualTo(
                        "EKU_NOT_ALLOWED: the signer has the usage 1.3.6.1.4.1.311.76.5.500, which no package allows");
        assertThat(judged(signer(List.of(CODE, PhoneEku.OEM.oid(), "1.3.6.1.4.1.311.76.5.77"))))
                .isEqualTo(
                        "EKU_NOT_ALLOWED: the signer has the usage 1.3.6.1.4.1.311.76.5.77, which no package allows");
    }

    @Test
    void refusesUsagesThatTheAuthorityMayNotVouchFor() throws Exception {
        Issued hal = TestCertificate.named("HAL CA")
                .authority(0)
                .ekus(List.of(CODE, PhoneEku.HAL.oid()))
                .by(ROOT);
        assertThat(judged(TestCertificate.signer(OEM).by(hal)))
                .isEqualTo("EKU_NOT_NESTED: the authority 'CN=HAL CA (TEST ONLY)' may not vouch for all of the "
                        + "signer's usages");
    }

    @Test
    void refusesAnExpiredSigner() throws Exception {
        Issued expired =
                TestCertificate.signer(OEM).valid(START, NOW.minus(DAY)).by(AUTHORITY);
        assertThat(judged(expired))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-22T06:16:00Z");
    }

    @Test
    void refusesASignerOfTheFuture() throws Exception {
        Issued early = TestCertificate.signer(OEM).valid(NOW.plus(DAY), END).by(AUTHORITY);
        assertThat(judged(early))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-22T06:16:00Z");
    }

    @Test
    void takesATestSignerThatHasExpired() throws Exception {
        Issued expired =
                TestCertificate.signer(OEM).valid(START, NOW.minus(DAY)).by(AUTHORITY);
        assertThat(judged(Forgery.by(expired), TrustPolicy.testInput(List.of(ROOT.certificate()))))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void refusesATestSignerWhoseAuthorityHadEndedBefore() throws Exception {
        Issued ended = TestCertificate.named("Ended CA")
                .authority(0)
                .valid(START, START.plus(DAY))
                .by(ROOT);
        Issued late = TestCertificate.signer(OEM)
                .valid(START.plus(DAY).plus(DAY), END)
                .by(ended);
        assertThat(judged(Forgery.by(late), TrustPolicy.testInput(List.of(ROOT.certificate()))))
                .isEqualTo("OUTSIDE_VALIDITY: the signer and its issuers were never valid at the same time");
    }

    @Test
    void refusesAStrangeRootWithTheSameNames() throws Exception {
        Issued strangeRoot = TestCertificate.root("Root");
        Issued strange = TestCertificate.signer(OEM)
                .by(TestCertificate.named("Package CA").authority(0).by(strangeRoot));
        assertThat(judged(strange)).isEqualTo(noPath());
    }

    @Test
    void refusesASignerThatActsAsAnAuthority() throws Exception {
        assertThat(judged(TestCertificate.signer(OEM).by(OEM_SIGNER)))
                .startsWith("UNTRUSTED_CHAIN: the signer's path of certificates does not hold: ");
    }

    @Test
    void refusesAPathLongerThanAnAuthorityAllows() throws Exception {
        Issued below = TestCertificate.named("Sub CA").authority(0).by(AUTHORITY);
        assertThat(judged(TestCertificate.signer(OEM).by(below)))
                .startsWith("UNTRUSTED_CHAIN: the signer's path of certificates does not hold: ");
    }

    @Test
    void refusesAMissingAuthority() throws Exception {
        assertThat(judged(Forgery.by(OEM_SIGNER).withoutAuthority(), POLICY)).isEqualTo(noPath());
    }

    @Test
    void refusesASelfSignedSigner() throws Exception {
        assertThat(judged(TestCertificate.signer(OEM).selfSigned())).isEqualTo(noPath());
    }

    @Test
    void trustsNobodyWithoutRoots() throws Exception {
        assertThat(judged(Forgery.by(OEM_SIGNER), TrustPolicy.emulatedRetail(Set.of(), NOW)))
                .isEqualTo(noPath());
    }

    @Test
    void refusesShortKeys() throws Exception {
        Issued weak = TestCertificate.signer(OEM).keys(TestKeys.rsa(1024)).by(AUTHORITY);
        assertThat(judged(weak)).isEqualTo("WEAK_KEY: an RSA key of 1024 bits is outside 2048 to 8192");
    }

    @Test
    void refusesAnAuthorityWithAShortKey() throws Exception {
        Issued weak = TestCertificate.named("Weak CA")
                .authority(0)
                .keys(TestKeys.rsa(1024))
                .by(ROOT);
        assertThat(judged(TestCertificate.signer(OEM).by(weak)))
                .isEqualTo("WEAK_KEY: an RSA key of 1024 bits is outside 2048 to 8192");
    }

    @Test
    void refusesACertificateSignedWithSha1() throws Exception {
        Issued sha1 = TestCertificate.signer(OEM).signedWith("SHA1withECDSA").by(AUTHORITY);
        assertThat(judged(sha1))
                .isEqualTo("WEAK_DIGEST: the certificate 'CN=Signer (TEST ONLY)' is signed with SHA1withECDSA");
    }

    @Test
    void takesRsaAsPhonesDo() throws Exception {
        Issued rsa = TestCertificate.signer(OEM).keys(TestKeys.rsa(2048)).by(AUTHORITY);
        assertThat(judged(rsa)).isEqualTo("ACCEPTED");
    }

    @Test
    void aBagOfCertificatesThatLeadNowhereIsSearchedOnce() throws Exception {
        Issued loop = TestCertificate.named("Loop").authority(9).selfSigned();
        List<X509Certificate> bag = new ArrayList<>();
        for (int i = 0; i < 29; i++) {
            bag.add(TestCertificate.named("Loop")
                    .authority(9)
                    .keys(loop.keys())
                    .by(loop)
                    .certificate());
        }
        Issued signer = TestCertificate.signer(OEM).by(loop);
        assertThat(judged(Forgery.by(signer).alsoCertificates(bag), POLICY)).isEqualTo(noPath());
    }

    @Test
    void refusesMoreCertificatesThanAnySignatureNeeds() throws Exception {
        List<X509Certificate> bag = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            bag.add(AUTHORITY.certificate());
        }
        assertThat(judged(Forgery.by(OEM_SIGNER).alsoCertificates(bag), POLICY))
                .isEqualTo("SIGNATURE_MALFORMED: holds 42 certificates, more than 32");
    }

    private static Issued signer(List<String> ekus) {
        return TestCertificate.named("Signer").ekus(ekus).by(AUTHORITY);
    }

    private String judged(Issued signer) throws Exception {
        return judged(Forgery.by(signer), POLICY);
    }

    private String judged(Forgery forgery, TrustPolicy policy) throws Exception {
        return Refusals.ofCabinet(forgery.cabinet(unsigned, packages.fresh("forged.cab")), policy);
    }

    private static String noPath() {
        return "UNTRUSTED_CHAIN: no path of certificates leads from 'CN=Signer (TEST ONLY)' to a trusted root";
    }
}

package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.signing.TestCertificate.Issued;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys and bags of certificates that are made to cost time or to prove nothing. */
class HostileKeysTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"2048, 1", "2048, 2", "2048, 65536", "2048, 36893488147419103233"})
    void refusesAnExponentThatIsNotSecure(int bits, BigInteger exponent) {
        assertThat(KeyStrength.problemOf(key(bits, exponent))).isEqualTo("an RSA key with this exponent is not secure");
    }

    @ParameterizedTest
    @CsvSource({"8193", "16384"})
    void refusesAModulusThatCostsTooMuch(int bits) {
        assertThat(KeyStrength.problemOf(key(bits, BigInteger.valueOf(65537))))
                .isEqualTo("an RSA key of " + bits + " bits is outside 2048 to 8192");
    }

    @Test
    void takesTheExponentThatEverybodyUses() {
        assertThat(KeyStrength.problemOf(key(2048, BigInteger.valueOf(65537)))).isNull();
    }

    @Test
    void refusesAThousandCertificates() throws Exception {
        List<X509Certificate> bag = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            bag.add(TestPackages.AUTHORITY.certificate());
        }
        assertThat(judged(Forgery.by(TestPackages.OEM_SIGNER).alsoCertificates(bag)))
                .isEqualTo("SIGNATURE_MALFORMED: holds 1002 certificates, more than 32");
    }

    @Test
    void refusesAuthoritiesThatVouchForEachOther() throws Exception {
        Issued one = TestCertificate.named("One").authority(9).selfSigned();
        Issued two = TestCertificate.named("Two").authority(9).by(one);
        Issued back = TestCertificate.named("One").authority(9).keys(one.keys()).by(two);
        Issued signer = TestCertificate.signer(TestPackages.OEM).by(back);
        assertThat(judged(Forgery.by(signer).alsoCertificates(List.of(one.certificate(), two.certificate()))))
                .isEqualTo("UNTRUSTED_CHAIN: no path of certificates leads from 'CN=Signer (TEST ONLY)' to a trusted "
                        + "root");
    }

    @Test
    void refusesACatalogByAnotherSignerThanTheCabinetWhateverUsagesAreAskedFor() throws Exception {
        TestPackages packages = new TestPackages(folder);
        Path signed = packages.signed(
                packages.unsigned(),
                (part, name, present) -> part == SignedPart.CATALOG
                        ? TestPackages.HAL_SIGNER.identity()
                        : TestPackages.OEM_SIGNER.identity());
        assertThat(Refusals.ofPackage(signed, TestPackages.POLICY.withRequiredEkus(null)))
                .isEqualTo("EKU_NOT_ALLOWED: the catalog's signer has the usages "
                        + "'1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20', the cabinet's has "
                        + "'1.3.6.1.4.1.311.76.5.40'");
    }

    private String judged(Forgery forgery) throws Exception {
        TestPackages packages = new TestPackages(folder);
        return Refusals.ofCabinet(
                forgery.cabinet(packages.unsigned(), packages.fresh("hostile.cab")), TestPackages.POLICY);
    }

    private static PublicKey key(int bits, BigInteger exponent) {
        return new PlainKey(BigInteger.ONE.shiftLeft(bits - 1).setBit(0), exponent);
    }

    /** A key as another provider may hand it out; the JDK's own refuses the smallest exponents by itself. */
    private record PlainKey(BigInteger getModulus, BigInteger getPublicExponent) implements RSAPublicKey {
        private static final long serialVersionUID = 1L;

        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public String getFormat() {
            return "X.509";
        }

        @Override
        public byte[] getEncoded() {
            return new byte[0];
        }
    }
}

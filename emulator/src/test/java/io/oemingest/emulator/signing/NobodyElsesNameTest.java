package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.FfuCatalogVerifier;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No certificate of an emulator can be taken for a real one, or for one of another emulator. */
class NobodyElsesNameTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    @Test
    void everySubjectAndIssuerSaysTestOnlyAndTheInstance() {
        List<X509Certificate> all = certificates(SigningFixture.PKI);
        assertThat(all).hasSize(2 * (5 + EkuProfiles.DOCUMENTED.all().size()));
        assertThat(names(all))
                .hasSize(all.size())
                .allMatch(name ->
                        name.matches("CN=(Test Input|Emulated Retail) [A-Za-z ]+ \\(TEST ONLY\\),OU=Emulator unit,"
                                + "O=OEM Ingestion Emulator \\(TEST ONLY\\)"));
        assertThat(all)
                .allSatisfy(each -> assertThat(each.getIssuerX500Principal().getName())
                        .endsWith("(TEST ONLY),OU=Emulator unit,O=OEM Ingestion Emulator (TEST ONLY)"));
    }

    @Test
    void emulatorsShareNoNameKeyOrSerialNumber() {
        List<X509Certificate> mine = certificates(SigningFixture.PKI);
        List<X509Certificate> others = certificates(TestPki.create(PkiOptions.fast("other"), new SecureRandom(), TIME));
        List<X509Certificate> both =
                Stream.concat(mine.stream(), others.stream()).toList();
        assertThat(names(both)).hasSize(both.size());
        assertThat(both.stream().map(X509Certificate::getPublicKey).collect(Collectors.toSet()))
                .hasSize(both.size());
        assertThat(both.stream().map(X509Certificate::getSerialNumber).collect(Collectors.toSet()))
                .hasSize(both.size())
                .allMatch(serial -> serial.signum() > 0 && serial.bitLength() == 127);
    }

    @Test
    void noRealCertificateHasOneOfTheseNames() throws Exception {
        Set<String> real = names(realCertificates());
        assertThat(real).isNotEmpty();
        assertThat(names(certificates(SigningFixture.PKI))).doesNotContainAnyElementsOf(real);
        assertThat(real).noneMatch(name -> name.contains("Emulator"));
    }

    @Test
    void everyUsageIsThatOfItsProfileAndNoOther() throws Exception {
        for (TestAuthority authority : List.of(SigningFixture.PKI.input(), SigningFixture.PKI.retail())) {
            for (EkuProfile each : EkuProfiles.DOCUMENTED.all()) {
                List<X509Certificate> chain = authority.signer(each).chain();
                assertThat(chain.get(0).getExtendedKeyUsage())
                        .containsExactlyInAnyOrderElementsOf(withCodeSigning(each.ekus()));
                assertThat(chain.get(1).getSubjectX500Principal().getName())
                        .contains(each.branch() == EkuProfile.Branch.IMAGES ? " FFU CA " : " Package CA ");
                chain.get(1).verify(authority.root().getPublicKey());
            }
        }
    }

    @Test
    void noPolicyForRealRetailTakesOneOfThemAsARoot() {
        assertThat(certificates(SigningFixture.PKI))
                .allSatisfy(each -> assertThatThrownBy(() -> TrustPolicy.realRetail(List.of(each), SigningFixture.NOW))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("A root for tests vouches for no real retail signature: '"
                                + each.getSubjectX500Principal().getName() + "'"));
    }

    @Test
    void noPolicyForRealRetailTakesACatalogOfAnImageFromThem() throws Exception {
        FfuCatalogVerifier real =
                new FfuCatalogVerifier(TrustPolicy.realRetail(RealAuthorities.retail(), SigningFixture.NOW));
        HashTableCatalogBuilder catalogs = new HashTableCatalogBuilder(TIME);
        byte[] unsigned = catalogs.unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "00".repeat(20)));
        for (TestAuthority authority : List.of(SigningFixture.PKI.input(), SigningFixture.PKI.retail())) {
            byte[] catalog = catalogs.sign(ByteSource.of("unsigned.cat", unsigned), authority.platformKey());
            SecurityCatalog signed = SecurityCatalog.read(ByteSource.of("ffu.cat", catalog), LIMITS);
            assertThatThrownBy(() -> real.verify(signed))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.UNTRUSTED_CHAIN));
        }
    }

    private static List<String> withCodeSigning(EkuCombination ekus) {
        return Stream.concat(Stream.of(EkuCombination.CODE_SIGNING), ekus.oids().stream())
                .toList();
    }

    private static List<X509Certificate> certificates(TestPki pki) {
        return Stream.of(pki.input(), pki.retail())
                .flatMap(authority -> authority.allKeys().values().stream())
                .map(IssuedKey::certificate)
                .toList();
    }

    private static Set<String> names(List<X509Certificate> certificates) {
        return certificates.stream()
                .map(each -> each.getSubjectX500Principal().getName())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static List<X509Certificate> realCertificates() throws Exception {
        return RealAuthorities.packages().stream()
                .flatMap(file -> certificates(file).stream())
                .toList();
    }

    private static List<X509Certificate> certificates(Path cabinet) {
        try (ByteSource source = ByteSource.open(cabinet)) {
            ByteSource signature = Cabinet.read(source, LIMITS).signatureArea();
            byte[] bytes = signature == null ? new byte[0] : signature.readAll(LIMITS.maxInMemory());
            return CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(bytes))
                    .stream()
                    .map(X509Certificate.class::cast)
                    .toList();
        } catch (IOException | CertificateException e) {
            throw new AssertionError(cabinet.toString(), e);
        }
    }
}

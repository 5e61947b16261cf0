package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** No certificate of an emulator can be taken for a real one, or for one of another emulator. */
class NobodyElsesNameTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    @Test
    void everySubjectAndIssuerSaysTestOnlyAndTheInstance() {
        List<X509Certificate> all = certificates(SigningFixture.PKI);
        assertThat(all).hasSize(2 * 11);
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
        Path samples = Path.of(System.getProperty("oemingest.samples", ""));
        Assumptions.assumeTrue(Files.isDirectory(samples.resolve("spkg-retail-oem")), "skipped, no samples folder");
        try (Stream<Path> files = Files.walk(samples)) {
            return files.filter(file -> file.toString().matches(".*\\.(spkg|spkr|cab)"))
                    .flatMap(file -> certificates(file).stream())
                    .toList();
        }
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

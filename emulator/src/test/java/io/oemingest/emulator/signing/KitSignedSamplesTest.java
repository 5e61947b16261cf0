package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.LIMITS;
import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.PKI;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static io.oemingest.emulator.signing.SigningFixture.inspected;
import static io.oemingest.emulator.signing.SigningFixture.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.signing.SigningFixture.Signed;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages signed by a real kit whose certificates expired in 2018 go through the emulator once their issuer is trusted. */
class KitSignedSamplesTest {
    @TempDir
    private Path folder;

    @Test
    void realTestSignedPackagesAreTakenAndSigned() throws Exception {
        SigningFixture fixture = new SigningFixture(folder);
        for (Path file : samples()) {
            RetailSigner signer = new RetailSigner(PKI, new InputTrust(authorities(file), Set.of()), TIME, LIMITS);
            assertThat(inspected(signer, file).partEkus()).containsExactly(EkuProfile.OEM.ekus());
            Signed signed = fixture.signed(signer, file);
            TrustPolicy retail = TrustPolicy.emulatedRetail(List.of(PKI.retail().root()), NOW);
            assertThat(verified(signed.file(), retail).cabinet().ekus()).isEqualTo(EkuProfile.OEM.ekus());
        }
    }

    private static List<Path> samples() throws IOException {
        Path samples = Path.of(System.getProperty("oemingest.samples", "")).resolve("cbs-arm-testsigned");
        Assumptions.assumeTrue(Files.isDirectory(samples), () -> samples + ": skipped, no samples folder");
        try (Stream<Path> files = Files.list(samples)) {
            return files.sorted().toList();
        }
    }

    private static Set<X509Certificate> authorities(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            byte[] signature = Objects.requireNonNull(
                            Cabinet.read(source, LIMITS).signatureArea())
                    .readAll(LIMITS.maxInMemory());
            Set<X509Certificate> authorities = new HashSet<>();
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(signature))) {
                X509Certificate one = (X509Certificate) certificate;
                if (one.getBasicConstraints() >= 0) {
                    authorities.add(one);
                }
            }
            return authorities;
        }
    }
}

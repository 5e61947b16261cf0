package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.NOW;
import static io.oemingest.core.signing.TestCertificate.START;
import static io.oemingest.core.signing.TestPackages.AUTHORITY;
import static io.oemingest.core.signing.TestPackages.LIMITS;
import static io.oemingest.core.signing.TestPackages.OEM;
import static io.oemingest.core.signing.TestPackages.POLICY;
import static io.oemingest.core.signing.TestPackages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Provider;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a signature may say besides who signed: the time, the program; and who computes it. */
class SigningDetailsTest {
    private static final Instant EARLIER = NOW.minus(Duration.ofDays(2));
    private static final TrustPolicy STAMPED = POLICY.withTimestamps(List.of(TestTsa.ROOT.certificate()), true);

    private final Issued signer =
            TestCertificate.signer(OEM).keys(TestKeys.rsa(2048)).by(AUTHORITY);

    @TempDir
    private Path folder;

    private TestPackages packages;

    @BeforeEach
    void packages() {
        packages = new TestPackages(folder);
    }

    @Test
    void everySignatureOfAPackageCarriesATimeStampThatHolds() throws Exception {
        Path signed = signedBy(signer.identity().withTimestamps(TestTsa.timestamper(EARLIER)));
        VerifiedPackage verified = TestPackages.verify(signed, STAMPED);
        assertThat(Stream.concat(
                        Stream.of(verified.cabinet(), verified.catalog()), verified.images().values().stream()))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.timestamp()).isEqualTo(EARLIER));
    }

    @Test
    void aTimeStampKeepsASignatureGoodBeyondItsCertificate() throws Exception {
        Issued expired = TestCertificate.signer(OEM)
                .valid(START, NOW.minus(Duration.ofDays(1)))
                .by(AUTHORITY);
        Path signed = signedBy(expired.identity().withTimestamps(TestTsa.timestamper(EARLIER)));
        assertThat(Refusals.ofCabinet(signed, STAMPED)).isEqualTo("ACCEPTED");
        assertThat(Refusals.ofCabinet(signedBy(expired.identity()), POLICY))
                .isEqualTo("OUTSIDE_VALIDITY: a certificate of the signer's path is not valid at 2026-11-22T06:16:00Z");
        assertThat(osslsigncode(signed))
                .contains("Timestamp time: Nov 20 06:16:00 2026 GMT")
                .contains("Succeeded");
    }

    @Test
    void everySignatureOfAPackageNamesTheProgram() throws Exception {
        Path signed = signedBy(signer.identity().withProgramName("Contoso ärmel 電話"));
        VerifiedPackage verified = TestPackages.verify(signed, POLICY);
        assertThat(Stream.concat(
                        Stream.of(verified.cabinet(), verified.catalog()), verified.images().values().stream()))
                .extracting(CodeSignature::programName)
                .containsExactly("Contoso ärmel 電話", "Contoso ärmel 電話", "Contoso ärmel 電話");
    }

    @Test
    void theCatalogOfAnImageCarriesThemToo() throws Exception {
        HashTableCatalogBuilder catalogs = new HashTableCatalogBuilder(TestPackages.TIME);
        byte[] unsigned =
                catalogs.unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789abcdef0123456789abcdef01234567"));
        SigningIdentity key = TestIdentities.platformKey()
                .withTimestamps(TestTsa.timestamper(EARLIER))
                .withProgramName("Image");
        byte[] signed = catalogs.sign(ByteSource.of("a.cat", unsigned), key);
        CodeSignature signature = Objects.requireNonNull(
                SecurityCatalog.read(ByteSource.of("a.cat", signed), LIMITS).signature());
        assertThat(signature.timestamp()).isEqualTo(EARLIER);
        assertThat(signature.programName()).isEqualTo("Image");
    }

    @Test
    void refusesAnAuthoritysAnswerAboutSomethingElse() {
        Timestamper confused = imprint -> TestTsa.timestamper(EARLIER).token(Digest.sha256(new byte[1]));
        assertThatThrownBy(() -> signedBy(signer.identity().withTimestamps(confused)))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("The time-stamp authority gave a time stamp of something else");
        assertThatThrownBy(() -> signedBy(signer.identity().withTimestamps(imprint -> new byte[] {0x30, 0})))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("The time-stamp authority gave no time-stamp token");
        assertThat(folder).isDirectoryNotContaining("glob:**signed*");
    }

    @Test
    void theSignatureComesFromTheProviderThatIsNamed() throws Exception {
        Path signed = signedBy(signer.identity().withProvider(new BouncyCastleProvider()));
        assertThat(Refusals.ofCabinet(signed, POLICY)).isEqualTo("ACCEPTED");
        SigningIdentity unable = signer.identity().withProvider(new Incapable());
        assertThatThrownBy(() -> signedBy(unable))
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .hasMessage("no such algorithm: SHA256withRSA for provider Incapable");
    }

    private Path signedBy(SigningIdentity identity) throws Exception {
        return packages.signed(packages.unsigned(), (part, name, present) -> identity);
    }

    private String osslsigncode(Path file) throws Exception {
        Path root = Tools.pem(folder.resolve("root.pem"), ROOT.certificate());
        Path authorities = Tools.pem(folder.resolve("tsa.pem"), TestTsa.ROOT.certificate());
        return Tools.run(
                        "osslsigncode",
                        "verify",
                        "-CAfile",
                        root.toString(),
                        "-TSA-CAfile",
                        authorities.toString(),
                        "-time",
                        Long.toString(NOW.getEpochSecond()),
                        "-in",
                        file.toString())
                .output();
    }

    /** Knows no algorithm at all. */
    private static final class Incapable extends Provider {
        private static final long serialVersionUID = 1L;

        Incapable() {
            super("Incapable", "1", "knows nothing");
        }
    }
}

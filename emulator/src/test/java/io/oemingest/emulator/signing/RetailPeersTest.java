package io.oemingest.emulator.signing;

import static io.oemingest.emulator.signing.SigningFixture.LIMITS;
import static io.oemingest.emulator.signing.SigningFixture.NOW;
import static io.oemingest.emulator.signing.SigningFixture.TIME;
import static io.oemingest.emulator.signing.SigningFixture.verified;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import io.oemingest.core.signing.VerifiedPackage;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the emulated service signs, tools that nobody here wrote accept, with its time stamps. */
class RetailPeersTest {
    private static final TestPki PKI = TestPki.create(
            new PkiOptions("peers", KeyKind.P_256, KeyKind.RSA_2048, EkuProfiles.DOCUMENTED), new SecureRandom(), TIME);

    /** When the certificates of {@link #PKI} have expired, which live ten years. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(4000));

    @TempDir
    private Path folder;

    private SigningFixture fixture;
    private Path roots;

    @BeforeEach
    void fixture() throws IOException {
        fixture = new SigningFixture(folder);
        roots = Files.writeString(folder.resolve("roots.pem"), PKI.retail().rootPem());
    }

    @Test
    void osslsigncodeAcceptsEveryPartOfAPackageAndOpensslItsCatalog() throws Exception {
        Path signed = signed(TIME, TIME);
        Path catalog = part(signed, "content.cat");
        Path image = part(signed, "sample.dll");
        for (Path each : List.of(signed, catalog, image)) {
            assertThat(judged(NOW, "-in", each))
                    .contains("Timestamp time: Nov 22 06:16:00 2026 GMT")
                    .contains("Text description: OEM Ingestion Emulator (TEST ONLY)");
        }
        assertThat(judged(NOW, "-catalog", catalog, "-in", image)).contains("Succeeded");
        Path body = Files.write(folder.resolve("body"), contentOf(Files.readAllBytes(catalog)));
        assertThat(openssl("smime", catalog, body)).contains("Verification successful");
    }

    @Test
    void everySignatureHasATimeStampAndSaysWhatItIsWorth() throws Exception {
        TrustPolicy strict = policy(NOW).withTimestamps(List.of(PKI.retail().root()), true);
        VerifiedPackage verified = verified(signed(TIME, TIME), strict);
        assertThat(Stream.concat(
                        Stream.of(verified.cabinet(), verified.catalog()), verified.images().values().stream()))
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.timestamp()).isEqualTo(NOW))
                .extracting(CodeSignature::programName)
                .containsOnly("OEM Ingestion Emulator (TEST ONLY)");
    }

    @Test
    void aTimeStampOfThePastKeepsASignatureOfAnExpiredCertificateGood() throws Exception {
        InstantSource later = InstantSource.fixed(LATER);
        Path stamped = signed(later, TIME);
        assertThat(verified(stamped, policy(LATER)).cabinet().timestamp()).isEqualTo(NOW);
        assertThat(judged(LATER, "-in", stamped)).contains("Timestamp time: Nov 22 06:16:00 2026 GMT");
        Path stampedTooLate = signed(later, later);
        assertThatThrownBy(() -> verified(stampedTooLate, policy(LATER)))
                .isInstanceOfSatisfying(
                        VerificationException.class,
                        e -> assertThat(e.problem()).isEqualTo(Problem.TIMESTAMP));
    }

    @Test
    void osslsigncodeAndOpensslAcceptTheCatalogOfAnImage() throws Exception {
        HashTableCatalogBuilder catalogs = new HashTableCatalogBuilder(TIME);
        byte[] unsigned = catalogs.unsignedCatalog(new Digest(DigestAlgorithm.SHA1, "0123456789".repeat(4)));
        Path signed = folder.resolve("image.cat");
        signer(TIME, TIME).signFfuCatalog(ByteSource.of("image.cat", unsigned), signed);
        assertThat(judged(NOW, "-in", signed)).contains("Timestamp time: Nov 22 06:16:00 2026 GMT");
        Path body = Files.write(folder.resolve("body"), contentOf(Files.readAllBytes(signed)));
        assertThat(openssl("smime", signed, body)).contains("Verification successful");
    }

    @Test
    void opensslAcceptsTheSignatureOverTheManifestOfAnArchive() throws Exception {
        byte[] manifest = "{}".getBytes(StandardCharsets.UTF_8);
        Path content = Files.write(folder.resolve("signed.json"), manifest);
        Path signature = Files.write(
                folder.resolve("signed.json.p7s"), signer(TIME, TIME).signManifest(manifest));
        assertThat(openssl("cms", signature, content)).contains("CMS Verification successful");
        assertThat(openssl("smime", signature, content)).contains("Verification successful");
    }

    @Test
    void opensslAcceptsATimeStamp() throws Exception {
        Digest imprint = Digest.sha256(new byte[] {1, 2, 3});
        Path token = Files.write(folder.resolve("token"), stamps(TIME).token(imprint));
        assertThat(Tools.succeed(
                        "openssl",
                        "ts",
                        "-verify",
                        "-digest",
                        imprint.hex(),
                        "-token_in",
                        "-in",
                        token,
                        "-CAfile",
                        roots,
                        "-attime",
                        NOW.getEpochSecond()))
                .contains("Verification: OK");
    }

    private static TrustPolicy policy(Instant at) {
        return TrustPolicy.emulatedRetail(List.of(PKI.retail().root()), at);
    }

    private static TimestampAuthority stamps(InstantSource clock) {
        return new TimestampAuthority(PKI, clock, new SecureRandom());
    }

    private static RetailSigner signer(InstantSource time, InstantSource stampClock) {
        return new RetailSigner(PKI, InputTrust.OWN, time, LIMITS).withTimestamps(stamps(stampClock));
    }

    private Path signed(InstantSource time, InstantSource stampClock) throws Exception {
        Path input = fixture.testSigned(new TestInputSigner(PKI.input(), EkuProfile.OEM, TIME));
        return fixture.signed(signer(time, stampClock), input).file();
    }

    private Path part(Path cabinetFile, String ending) throws IOException {
        try (ByteSource source = ByteSource.open(cabinetFile)) {
            Cabinet cabinet = Cabinet.read(source, LIMITS);
            for (CabinetMember member : cabinet.members()) {
                if (member.name().endsWith(ending)) {
                    return Files.write(fixture.fresh(ending), cabinet.readAll(member, LIMITS.maxInMemory()));
                }
            }
        }
        throw new AssertionError("No member " + ending);
    }

    private String judged(Instant at, Object... files) throws Exception {
        Object[] options = {
            "osslsigncode", "verify", "-CAfile", roots, "-TSA-CAfile", roots, "-time", at.getEpochSecond()
        };
        return Tools.succeed(Stream.concat(Stream.of(options), Stream.of(files)).toArray());
    }

    private String openssl(String command, Path signature, Path content) throws Exception {
        return Tools.succeed(
                "openssl",
                command,
                "-verify",
                "-inform",
                "DER",
                "-in",
                signature,
                "-content",
                content,
                "-binary",
                "-CAfile",
                roots,
                "-purpose",
                "any",
                "-attime",
                NOW.getEpochSecond(),
                "-out",
                folder.resolve("out"));
    }

    /** What Authenticode signs: the content without its outermost tag and length. */
    private static byte[] contentOf(byte[] message) throws IOException {
        ASN1Sequence info = ASN1Sequence.getInstance(message);
        ASN1Sequence data = ASN1Sequence.getInstance((ASN1TaggedObject) info.getObjectAt(1), true);
        ASN1Sequence content = ASN1Sequence.getInstance(data.getObjectAt(2));
        ASN1Sequence list =
                ASN1Sequence.getInstance(Objects.requireNonNull((ASN1TaggedObject) content.getObjectAt(1)), true);
        byte[] encoded = list.getEncoded("DER");
        int header = encoded[1] >= 0 ? 2 : 2 + (encoded[1] & 0x7f);
        return Arrays.copyOfRange(encoded, header, encoded.length);
    }
}

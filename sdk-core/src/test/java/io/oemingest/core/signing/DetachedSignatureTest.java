package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestCertificate.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.TestCertificate.Issued;
import io.oemingest.core.signing.VerificationException.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetachedSignatureTest {
    private static final byte[] CONTENT = "{\"ticket\":\"TKT-SIGN-TEST-AB12CD\"}".getBytes(StandardCharsets.UTF_8);
    private static final String EMAIL = "1.3.6.1.5.5.7.3.4";

    private final Issued root = TestCertificate.root("Root");
    private final Issued signer = signer(TestKeys.ec());
    private final TrustPolicy policy = TrustPolicy.emulatedRetail(List.of(root.certificate()), NOW);

    @Test
    void whatItSignsItVerifiesAndTellsWhoSigned() throws Exception {
        byte[] signature = DetachedSignature.sign(CONTENT, signer.identity(), NOW);
        SignerCertificate by = SignerCertificate.of(signer.certificate());
        assertThat(DetachedSignature.verify(CONTENT, signature, policy))
                .isEqualTo(new CodeSignature(by, DigestAlgorithm.SHA256, null, null, false, null, null, List.of()));
    }

    @Test
    void asksForNoTimeStampWhichOnlyCodeSignaturesCarry() {
        byte[] signature = DetachedSignature.sign(CONTENT, signer.identity(), NOW);
        TrustPolicy strict = policy.withTimestamps(List.of(root.certificate()), true);
        assertThatCode(() -> DetachedSignature.verify(CONTENT, signature, strict))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesChangedContent() {
        byte[] signature = DetachedSignature.sign(CONTENT, signer.identity(), NOW);
        byte[] changed = CONTENT.clone();
        changed[3] ^= 1;
        assertRefused(
                () -> DetachedSignature.verify(changed, signature, policy),
                Problem.CONTENT_DIGEST,
                "detached signature: the signed content was changed");
    }

    @Test
    void refusesASignerOfPackages() {
        Issued packages =
                TestCertificate.signer(EkuCombination.of(PhoneEku.OEM.oid())).by(root);
        byte[] signature = DetachedSignature.sign(CONTENT, packages.identity(), NOW);
        assertRefused(
                () -> DetachedSignature.verify(CONTENT, signature, policy),
                Problem.NOT_A_CODE_SIGNER,
                "detached signature: the signer's certificate has not the usage 1.3.6.1.5.5.7.3.36");
    }

    @Test
    void refusesAStrangerWithTheSameNames() {
        Issued stranger = TestCertificate.root("Root");
        byte[] signature = DetachedSignature.sign(
                CONTENT, signerBelow(stranger, TestKeys.ec()).identity(), NOW);
        assertRefused(
                () -> DetachedSignature.verify(CONTENT, signature, policy),
                Problem.UNTRUSTED_CHAIN,
                "detached signature: no path of certificates leads from 'CN=Archive (TEST ONLY)' to a trusted root");
    }

    @Test
    void refusesWhatIsNoSignature() {
        assertRefused(
                () -> DetachedSignature.verify(CONTENT, CONTENT, policy),
                Problem.SIGNATURE_MALFORMED,
                "detached signature (DER) at offset 0: is longer than what holds it");
    }

    @Test
    void refusesMoreBytesThanAnySignatureNeeds() {
        byte[] signature = new byte[FormatLimits.defaults().maxInMemory() + 1];
        assertRefused(
                () -> DetachedSignature.verify(CONTENT, signature, policy),
                Problem.SIGNATURE_MALFORMED,
                "detached signature: has 16777217 bytes, which no signature needs");
    }

    @Test
    void refusesEveryChangedByte() {
        byte[] signature = DetachedSignature.sign(CONTENT, signer.identity(), NOW);
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < signature.length; at++) {
            byte[] changed = signature.clone();
            changed[at] ^= 0x21;
            try {
                DetachedSignature.verify(CONTENT, changed, policy);
                accepted.add(at);
            } catch (VerificationException e) {
                assertThat(e.problem()).isNotNull();
            }
        }
        assertThat(accepted).isEmpty();
    }

    @Test
    void opensslVerifiesAnRsaSignature(@TempDir Path folder) throws Exception {
        assertOpensslVerifies(folder, TestKeys.rsa(2048));
    }

    @Test
    void opensslVerifiesAnEllipticCurveSignature(@TempDir Path folder) throws Exception {
        assertOpensslVerifies(folder, TestKeys.ec());
    }

    private void assertOpensslVerifies(Path folder, KeyPair keys) throws Exception {
        Path content = Files.write(folder.resolve("signed.json"), CONTENT);
        byte[] signature = DetachedSignature.sign(CONTENT, signer(keys).identity(), NOW);
        Path p7s = Files.write(folder.resolve("signed.json.p7s"), signature);
        Path pem = Tools.pem(folder.resolve("root.pem"), root.certificate());
        Tools.Result result = Tools.run(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-in",
                p7s.toString(),
                "-content",
                content.toString(),
                "-CAfile",
                pem.toString(),
                "-attime",
                Long.toString(NOW.getEpochSecond()));
        assertThat(result.output()).contains("CMS Verification successful");
        assertThat(result.status()).isZero();
    }

    private Issued signer(KeyPair keys) {
        return signerBelow(root, keys);
    }

    private static Issued signerBelow(Issued issuer, KeyPair keys) {
        return TestCertificate.named("Archive")
                .keys(keys)
                .ekus(List.of(Oids.EKU_DOCUMENT_SIGNING, EMAIL))
                .by(issuer);
    }

    private static void assertRefused(ThrowingCallable verification, Problem problem, String message) {
        assertThatThrownBy(verification).isInstanceOfSatisfying(VerificationException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e).hasMessage(message);
        });
    }
}

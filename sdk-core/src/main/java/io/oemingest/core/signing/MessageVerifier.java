package io.oemingest.core.signing;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CertificatePaths.Anchors;
import io.oemingest.core.signing.VerificationException.Problem;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges messages under a policy: that they hold, when they were made, and by whom. */
final class MessageVerifier {
    private final TrustPolicy policy;
    private final KnownPaths paths;

    MessageVerifier(TrustPolicy policy) {
        this(policy, new KnownPaths());
    }

    private MessageVerifier(TrustPolicy policy, KnownPaths paths) {
        this.policy = policy;
        this.paths = paths;
    }

    /** One that asks for other usages and knows the same paths. */
    MessageVerifier withRequiredEkus(@Nullable EkuCombination ekus) {
        return new MessageVerifier(policy.withRequiredEkus(ekus), paths);
    }

    TrustPolicy policy() {
        return policy;
    }

    /**
     * The signature that counts: the message itself, or for real retail the one nested in a signature over SHA-1. More
     * than one nested signature leaves open which of them would.
     */
    SignedMessage counting(SignedMessage message) throws VerificationException, MalformedFileException {
        if (!policy.isRealRetail() || !isOverSha1(message)) {
            return message;
        }
        List<DerNode> nested = message.signers().get(0).unsignedValues(Oids.SPC_NESTED_SIGNATURE);
        if (nested.size() > 1) {
            throw MessageCheck.refusal(
                    message, Problem.SIGNER_COUNT, "has " + nested.size() + " nested signatures, not one");
        }
        return nested.isEmpty() ? message : SignedMessage.of(nested.get(0), message.where());
    }

    private static boolean isOverSha1(SignedMessage message) {
        return message.signers().size() == 1
                && Oids.digest(message.signers().get(0).digestOid()) == DigestAlgorithm.SHA1;
    }

    /** A signature by a code signer over the content in the message. */
    MessageCheck verifyCode(SignedMessage message, String contentType) throws VerificationException {
        return verify(
                message,
                contentType,
                (signer, where) -> SignerChecks.codeSigner(signer, policy.requiredEkus(), where),
                SignerBranch::packages);
    }

    /** A signature by a platform key, which signs nothing but the catalogs of images. */
    void verifyPlatformKey(SignedMessage message) throws VerificationException {
        verify(message, Oids.CTL, SignerChecks::platformKey, this::checkBranchOfImages);
    }

    private void checkBranchOfImages(List<X509Certificate> path, Location where) throws VerificationException {
        // Nobody has published below which authority Microsoft's own platform keys are.
        if (!policy.isRealRetail()) {
            SignerBranch.images(path, where);
        }
    }

    private MessageCheck verify(
            SignedMessage message, String contentType, Rule<X509Certificate> signer, Rule<List<X509Certificate>> branch)
            throws VerificationException {
        MessageCheck check = checked(message, contentType, enclosed(message));
        signer.check(check.certificate(), message.where());
        List<X509Certificate> path = path(check, message);
        SignerChecks.nested(path, message.where());
        branch.check(path, message.where());
        return check;
    }

    static byte[] enclosed(SignedMessage message) throws VerificationException {
        DerNode content = message.content();
        if (content == null || message.version() != 1) {
            throw MessageCheck.refusal(message, Problem.SIGNATURE_MALFORMED, "is no PKCS#7 message with content");
        }
        return content.content();
    }

    /** What a signer's certificate, or its path, must say. */
    @FunctionalInterface
    private interface Rule<T> {
        void check(T subject, Location where) throws VerificationException;
    }

    /** A signature by a signer of documents over content beside the message. */
    void verifyDetached(SignedMessage message, byte[] content) throws VerificationException {
        if (message.content() != null || message.version() != 1) {
            throw MessageCheck.refusal(
                    message, Problem.SIGNATURE_MALFORMED, "is no message of version 1 beside its content");
        }
        MessageCheck check = checked(message, Oids.DATA, content);
        SignerChecks.documentSigner(check.certificate(), message.where());
        SignerChecks.nested(path(check, message), message.where());
    }

    private static MessageCheck checked(SignedMessage message, String contentType, byte[] content)
            throws VerificationException {
        try {
            return MessageCheck.verify(message, contentType, content);
        } catch (MalformedFileException e) {
            throw new VerificationException(Problem.SIGNATURE_MALFORMED, e.location(), e.problem(), e);
        }
    }

    private List<X509Certificate> path(MessageCheck check, SignedMessage message) throws VerificationException {
        Instant stamped = stampedTime(check, message);
        Instant at = stamped == null ? policy.at() : stamped;
        List<X509Certificate> path = paths.verify(
                check.certificate(), message.certificates(), new Anchors(policy.roots(), at), message.where());
        if (policy.isRealRetail()) {
            SignerChecks.notForTests(path, message.where());
        }
        return path;
    }

    private @Nullable Instant stampedTime(MessageCheck check, SignedMessage message) throws VerificationException {
        List<DerNode> tokens = check.signer().unsignedValues(Oids.TIMESTAMP_TOKEN);
        if (tokens.size() > 1) {
            throw MessageCheck.refusal(message, Problem.TIMESTAMP, "has " + tokens.size() + " time stamps, not one");
        }
        if (tokens.isEmpty()) {
            if (policy.timestampRequired()) {
                throw MessageCheck.refusal(message, Problem.TIMESTAMP_MISSING, "has no time stamp");
            }
            return null;
        }
        Instant time = TimestampCheck.verify(tokens.get(0), check.signer(), message, policy);
        Instant now = policy.at();
        if (now == null || !time.isAfter(now)) {
            return time;
        }
        if (policy.timestampRequired()) {
            throw MessageCheck.refusal(message, Problem.TIMESTAMP, "the time stamp is of the future, " + time);
        }
        // Whoever made the policy and then waited for the signature is no reason to refuse it: like none at all, such a
        // time stamp proves nothing about an earlier moment, so the signer must be valid at the policy's own.
        return null;
    }
}

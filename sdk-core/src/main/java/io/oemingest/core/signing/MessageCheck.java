package io.oemingest.core.signing;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/** Judges that a message holds together: one signer, whose key signed these attributes, which speak of this content. */
final class MessageCheck {
    private static final Set<String> KNOWN_UNSIGNED =
            Set.of(Oids.TIMESTAMP_TOKEN, Oids.COUNTER_SIGNATURE, Oids.SPC_NESTED_SIGNATURE);

    /** What a signature that proves anything may be made over. */
    static final Set<DigestAlgorithm> STRONG =
            Set.of(DigestAlgorithm.SHA256, DigestAlgorithm.SHA384, DigestAlgorithm.SHA512);

    private final SignedMessage message;
    private final SignerInfo signer;
    private final DigestAlgorithm digest;
    private final X509Certificate certificate;

    private MessageCheck(
            SignedMessage message, SignerInfo signer, DigestAlgorithm digest, X509Certificate certificate) {
        this.message = message;
        this.signer = signer;
        this.digest = digest;
        this.certificate = certificate;
    }

    /** Verifies steps 2 to 4 of {@link PackageVerifier} for content octets that stand in the message or beside it. */
    static MessageCheck verify(SignedMessage message, String contentType, byte[] content)
            throws VerificationException, MalformedFileException {
        return verify(message, contentType, content, STRONG);
    }

    /** The same with other hash functions, for a signature that proves nobody. */
    static MessageCheck verify(SignedMessage message, String contentType, byte[] content, Set<DigestAlgorithm> digests)
            throws VerificationException, MalformedFileException {
        if (!message.contentType().equals(contentType)) {
            throw refusal(
                    message,
                    Problem.CONTENT_TYPE,
                    "the signature is for content of type " + message.contentType() + ", not " + contentType);
        }
        MessageCheck check = of(message, onlySigner(message), digests);
        check.checkAttributes(contentType, content);
        check.checkKey();
        check.checkValue();
        return check;
    }

    private static SignerInfo onlySigner(SignedMessage message) throws VerificationException {
        if (message.signers().size() != 1) {
            throw refusal(
                    message,
                    message.signers().isEmpty() ? Problem.NOT_SIGNED : Problem.SIGNER_COUNT,
                    "has " + message.signers().size() + " signers, not one");
        }
        return message.signers().get(0);
    }

    private static MessageCheck of(SignedMessage message, SignerInfo signer, Set<DigestAlgorithm> digests)
            throws VerificationException {
        DigestAlgorithm digest = Oids.digest(signer.digestOid());
        if (digest == null || !digests.contains(digest)) {
            throw refusal(
                    message,
                    Problem.WEAK_DIGEST,
                    "the signature uses the hash function " + (digest == null ? signer.digestOid() : digest.jcaName()));
        }
        if (!message.digestOids().contains(signer.digestOid())) {
            throw refusal(message, Problem.SIGNATURE_MALFORMED, "announces other hash functions than the signer's");
        }
        X509Certificate certificate = signer.certificate(message.certificates());
        if (certificate == null || !signer.version().equals(BigInteger.ONE)) {
            throw refusal(message, Problem.SIGNATURE_MALFORMED, "the signer's certificate is not in the signature");
        }
        return new MessageCheck(message, signer, digest, certificate);
    }

    private void checkAttributes(String contentType, byte[] content)
            throws VerificationException, MalformedFileException {
        Attributes signed = signer.signed();
        if (signed == null) {
            throw refusal(message, Problem.SIGNED_ATTRIBUTES, "the signature has no signed attributes");
        }
        DerNode type = only(signed, Oids.CONTENT_TYPE, "contentType");
        if (!type.oid("contentType").equals(contentType)) {
            throw refusal(message, Problem.SIGNED_ATTRIBUTES, "the signed content type is another one");
        }
        byte[] expected = only(signed, Oids.MESSAGE_DIGEST, "messageDigest").octets("messageDigest");
        if (!MessageDigest.isEqual(expected, digest.newMessageDigest().digest(content))) {
            throw refusal(message, Problem.CONTENT_DIGEST, "the signed content was changed");
        }
        for (String oid :
                signer.unsigned() == null ? Set.<String>of() : signer.unsigned().oids()) {
            if (!KNOWN_UNSIGNED.contains(oid)) {
                throw refusal(message, Problem.UNSIGNED_BYTES, "has the unknown unsigned attribute " + oid);
            }
        }
    }

    private DerNode only(Attributes attributes, String oid, String name) throws VerificationException {
        List<DerNode> values = attributes.values(oid);
        if (values.size() != 1) {
            throw refusal(
                    message, Problem.SIGNED_ATTRIBUTES, "has " + values.size() + " values of " + name + ", not one");
        }
        return values.get(0);
    }

    private void checkKey() throws VerificationException {
        String problem = KeyStrength.problemOf(certificate.getPublicKey());
        if (problem != null) {
            throw refusal(message, Problem.WEAK_KEY, problem);
        }
    }

    private void checkValue() throws VerificationException {
        if (!Oids.signatureFits(signer.signatureOid(), digest)) {
            throw refusal(
                    message,
                    Problem.SIGNATURE_MALFORMED,
                    "the signature algorithm " + signer.signatureOid() + " does not go with " + digest.jcaName());
        }
        Attributes signed = signer.signed();
        try {
            Signature verifier = Signature.getInstance(Signatures.name(digest, certificate.getPublicKey()));
            verifier.initVerify(certificate.getPublicKey());
            verifier.update(signed == null ? new byte[0] : signed.signedBytes());
            if (verifier.verify(signer.signature().content())) {
                return;
            }
        } catch (GeneralSecurityException | ProviderException e) {
            throw new VerificationException(
                    Problem.SIGNATURE_VALUE, message.where(), "the signature value cannot be checked", e);
        }
        throw refusal(message, Problem.SIGNATURE_VALUE, "the signature value is not by the signer's key");
    }

    SignerInfo signer() {
        return signer;
    }

    DigestAlgorithm digest() {
        return digest;
    }

    X509Certificate certificate() {
        return certificate;
    }

    static VerificationException refusal(SignedMessage message, Problem problem, String detail) {
        return new VerificationException(problem, message.where(), detail);
    }
}

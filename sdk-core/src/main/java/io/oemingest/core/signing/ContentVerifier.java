package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.signing.VerificationException.Problem;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Judges a signature that stands in the file it signs, a cabinet or a PE file. */
final class ContentVerifier {
    private final MessageVerifier messages;
    private final FormatLimits limits;

    ContentVerifier(MessageVerifier messages, FormatLimits limits) {
        this.messages = messages;
        this.limits = limits;
    }

    /** The signature that counts, verified with its content; {@code types} are the kinds of indirect data a file may have. */
    CodeSignature verify(@Nullable ByteSource area, Location where, Set<String> types, Digester content)
            throws VerificationException, IOException {
        if (area == null) {
            throw new VerificationException(Problem.NOT_SIGNED, where, "is not signed");
        }
        try {
            SignedMessage outer = SignedMessage.read(area, where, limits);
            SignedMessage message = messages.counting(outer);
            MessageCheck check = messages.verifyCode(message, Oids.SPC_INDIRECT_DATA);
            checkContent(message, check.digest(), types, content);
            if (!message.equals(outer)) {
                checkOuter(outer, types, content);
            }
            return facts(message);
        } catch (MalformedFileException e) {
            throw new VerificationException(Problem.SIGNATURE_MALFORMED, e.location(), e.problem(), e);
        }
    }

    // 11. The outer signature speaks of the same bytes, or somebody exchanged what is around the one that counts.
    private static void checkOuter(SignedMessage outer, Set<String> types, Digester content)
            throws VerificationException, IOException {
        byte[] enclosed = MessageVerifier.enclosed(outer);
        MessageCheck.verify(outer, Oids.SPC_INDIRECT_DATA, enclosed, Set.of(DigestAlgorithm.SHA1));
        checkContent(outer, DigestAlgorithm.SHA1, types, content);
    }

    // 5. Indirect data: the kind of this file, the signature's own hash function, the digest of the bytes as they are.
    private static void checkContent(
            SignedMessage message, DigestAlgorithm algorithm, Set<String> types, Digester content)
            throws VerificationException, IOException {
        DerNode node = message.content();
        if (node == null) {
            throw MessageCheck.refusal(message, Problem.SIGNATURE_MALFORMED, "has no content");
        }
        IndirectData data = IndirectData.of(node);
        if (!types.contains(data.type())) {
            throw MessageCheck.refusal(
                    message, Problem.CONTENT_TYPE, "the signature is for another kind of file, " + data.type());
        }
        Digest signed = data.digest();
        if (signed == null || signed.algorithm() != algorithm) {
            throw MessageCheck.refusal(
                    message, Problem.WEAK_DIGEST, "the content is digested with another function than the signature");
        }
        if (!signed.matches(content.digest(algorithm))) {
            throw MessageCheck.refusal(message, Problem.CONTENT_DIGEST, "the file was changed after signing");
        }
    }

    static CodeSignature facts(SignedMessage message) throws VerificationException, MalformedFileException {
        CodeSignature facts = SignatureFacts.of(message);
        if (facts == null) {
            throw MessageCheck.refusal(message, Problem.NOT_SIGNED, "has no signer");
        }
        return facts;
    }

    /** Computes the Authenticode digest of the file. */
    @FunctionalInterface
    interface Digester {
        Digest digest(DigestAlgorithm algorithm) throws IOException;
    }
}

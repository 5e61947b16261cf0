package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.signing.VerificationException.Problem;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.cms.Time;

/** Assembly and check of detached CMS signatures. */
final class CmsDetached {
    private static final Location WHERE = Location.ofFile("detached signature");

    private CmsDetached() {}

    static byte[] sign(byte[] content, SigningIdentity signer, Instant time) {
        return MessageWriter.detached(content, new Time(Date.from(time)), signer);
    }

    static CodeSignature verify(byte[] content, byte[] p7s, TrustPolicy policy) throws VerificationException {
        // Only code signatures carry time stamps: an archive is looked at soon after it was signed, or signed anew.
        TrustPolicy unstamped = policy.withTimestamps(policy.timestampRoots(), false);
        try {
            SignedMessage message = read(p7s);
            new MessageVerifier(unstamped).verifyDetached(message, content);
            return ContentVerifier.facts(message);
        } catch (MalformedFileException e) {
            throw new VerificationException(Problem.SIGNATURE_MALFORMED, e.location(), e.problem(), e);
        }
    }

    private static SignedMessage read(byte[] p7s) throws VerificationException, MalformedFileException {
        if (p7s.length > FormatLimits.defaults().maxInMemory()) {
            throw new VerificationException(
                    Problem.SIGNATURE_MALFORMED, WHERE, "has " + p7s.length + " bytes, which no signature needs");
        }
        return SignedMessage.of(DerNode.parse(p7s, WHERE), WHERE);
    }
}

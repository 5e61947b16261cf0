package io.oemingest.core.violations;

import io.oemingest.gate.Violates;
import org.bouncycastle.asn1.ASN1Sequence;

/** Breaks a rule on purpose. */
@Violates("bouncy-castle-in-signing")
class BouncyCastleInSubmission {
    ASN1Sequence field;
}

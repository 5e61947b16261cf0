package io.oemingest.core.signing;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import org.jspecify.annotations.Nullable;

/** Which public keys are strong enough, and small enough to be used without a long computation. */
final class KeyStrength {
    private static final int MIN_RSA = 2048;
    private static final int MAX_RSA = 8192;
    private static final int MAX_EXPONENT = 64;

    private KeyStrength() {}

    /** Why a key is refused, or null if it is good. The JDK alone would take RSA from 1024 bits. */
    static @Nullable String problemOf(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return problemOfRsa(rsa.getModulus(), rsa.getPublicExponent());
        }
        if (key instanceof ECPublicKey ec) {
            int bits = ec.getParams().getOrder().bitLength();
            return bits == 256 || bits == 384 ? null : "an elliptic curve of " + bits + " bits is not P-256 or P-384";
        }
        return "a key of kind " + key.getAlgorithm() + " is not RSA or EC";
    }

    private static @Nullable String problemOfRsa(BigInteger modulus, BigInteger exponent) {
        int bits = modulus.bitLength();
        if (bits < MIN_RSA || bits > MAX_RSA) {
            return "an RSA key of " + bits + " bits is outside " + MIN_RSA + " to " + MAX_RSA;
        }
        boolean good = exponent.testBit(0) && exponent.bitLength() >= 2 && exponent.bitLength() <= MAX_EXPONENT;
        return good ? null : "an RSA key with this exponent is not secure";
    }
}

package io.oemingest.emulator.signing;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Kinds of key that signers and verifiers of this project take. */
public enum KeyKind {
    RSA_2048("RSA", 2048),
    RSA_3072("RSA", 3072),
    RSA_4096("RSA", 4096),
    /** Made in a moment, for tests; a real phone knows RSA only. */
    P_256("EC", 256);

    private final String algorithm;
    private final int bits;

    KeyKind(String algorithm, int bits) {
        this.algorithm = algorithm;
        this.bits = bits;
    }

    /** The kind of this name, such as {@code rsa-2048}, in any case. @throws IllegalArgumentException if there is none */
    public static KeyKind parse(String text) {
        for (KeyKind each : values()) {
            if (each.toString().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is none of "
                + Arrays.stream(values()).map(KeyKind::toString).collect(Collectors.joining(", ")));
    }

    KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters(), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime makes no keys of kind " + this, e);
        }
    }

    /** The kind of this key. @throws InvalidKeyException if it is of none */
    static KeyKind of(PublicKey key) throws InvalidKeyException {
        int bits = key instanceof RSAKey rsa
                ? rsa.getModulus().bitLength()
                : key instanceof ECKey ec ? ec.getParams().getOrder().bitLength() : 0;
        for (KeyKind each : values()) {
            if (each.bits == bits && each.algorithm.equals(key.getAlgorithm())) {
                return each;
            }
        }
        throw new InvalidKeyException("A key of " + bits + " bits for " + key.getAlgorithm() + " is of no known kind");
    }

    String signatureAlgorithm() {
        return algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private AlgorithmParameterSpec parameters() {
        return algorithm.equals("RSA")
                ? new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4)
                : new ECGenParameterSpec("secp256r1");
    }
}

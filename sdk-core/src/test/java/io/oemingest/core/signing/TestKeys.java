package io.oemingest.core.signing;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keys made in this run; the long ones are made once. */
final class TestKeys {
    private static final Map<Integer, KeyPair> RSA = new ConcurrentHashMap<>();

    private TestKeys() {}

    static KeyPair ec() {
        return generate("EC", new ECGenParameterSpec("secp256r1"));
    }

    /** The same key for the same size. */
    static KeyPair rsa(int bits) {
        return RSA.computeIfAbsent(
                bits, size -> generate("RSA", new RSAKeyGenParameterSpec(size, RSAKeyGenParameterSpec.F4)));
    }

    static String signatureAlgorithm(KeyPair keys) {
        return keys.getPrivate().getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
    }

    private static KeyPair generate(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}

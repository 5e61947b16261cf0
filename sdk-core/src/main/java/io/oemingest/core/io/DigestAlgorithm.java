package io.oemingest.core.io;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash functions that firmware formats name. SHA-1 serves only where a format leaves no choice. */
public enum DigestAlgorithm {
    SHA1("SHA-1", 20),
    SHA256("SHA-256", 32),
    SHA384("SHA-384", 48),
    SHA512("SHA-512", 64);

    private final String jcaName;
    private final int length;

    DigestAlgorithm(String jcaName, int length) {
        this.jcaName = jcaName;
        this.length = length;
    }

    /** Size of a digest in bytes. */
    public int length() {
        return length;
    }

    /** The name under which the JDK knows the function. */
    public String jcaName() {
        return jcaName;
    }

    /** A fresh computation by the JDK's own provider chain. */
    public MessageDigest newMessageDigest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + jcaName, e);
        }
    }
}

package io.oemingest.core.signing;

import io.oemingest.core.io.DigestAlgorithm;
import java.security.Key;

/** Names of signature algorithms as the JDK knows them. */
final class Signatures {
    private Signatures() {}

    /** {@code SHA256withRSA}, {@code SHA384withECDSA}, … */
    static String name(DigestAlgorithm digest, Key key) {
        return digest.jcaName().replace("-", "") + "with" + (key.getAlgorithm().equals("RSA") ? "RSA" : "ECDSA");
    }
}

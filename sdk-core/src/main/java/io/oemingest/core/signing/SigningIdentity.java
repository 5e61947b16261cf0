package io.oemingest.core.signing;

import io.oemingest.core.model.EkuCombination;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/** A private key and the certificates that go into its signatures. Immutable, safe for threads. */
public final class SigningIdentity {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /**
     * Takes the key of the first certificate.
     *
     * @param chain signer first, then its issuers without the root, which a verifier must know already
     * @throws IllegalArgumentException if the chain is empty or the key is neither RSA nor EC
     */
    public SigningIdentity(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing identity needs the signer's certificate");
        }
        if (!key.getAlgorithm().equals("RSA") && !key.getAlgorithm().equals("EC")) {
            throw new IllegalArgumentException("Keys are RSA or EC, not " + key.getAlgorithm());
        }
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** The signer's certificate first. */
    public List<X509Certificate> chain() {
        return chain;
    }

    /** The phone usages of the signer's certificate. */
    public EkuCombination ekus() {
        return SignerCertificate.of(certificate()).ekus();
    }

    PrivateKey key() {
        return key;
    }
}

package io.oemingest.core.signing;

import io.oemingest.core.model.EkuCombination;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A private key, the certificates that go into its signatures, and what its code signatures say besides. Immutable, safe
 * for threads.
 */
public final class SigningIdentity {
    private final PrivateKey key;
    private final List<X509Certificate> chain;
    private final Details details;

    /** What a signature may have and need not. */
    private record Details(
            @Nullable String programName,
            @Nullable Timestamper timestamps,
            @Nullable Provider provider) {
        static final Details NONE = new Details(null, null, null);
    }

    /**
     * Takes the key of the first certificate.
     *
     * @param chain signer first, then its issuers without the root, which a verifier must know already
     * @throws IllegalArgumentException if the chain is empty or the key is neither RSA nor EC
     */
    public SigningIdentity(PrivateKey key, List<X509Certificate> chain) {
        this(key, chain, Details.NONE);
    }

    private SigningIdentity(PrivateKey key, List<X509Certificate> chain, Details details) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A signing identity needs the signer's certificate");
        }
        if (!key.getAlgorithm().equals("RSA") && !key.getAlgorithm().equals("EC")) {
            throw new IllegalArgumentException("Keys are RSA or EC, not " + key.getAlgorithm());
        }
        this.key = key;
        this.chain = List.copyOf(chain);
        this.details = details;
    }

    /** The same, whose code signatures name the program (SpcSpOpusInfo), which signing tools show. */
    public SigningIdentity withProgramName(String name) {
        return new SigningIdentity(key, chain, new Details(name, details.timestamps, details.provider));
    }

    /** The same, whose code signatures carry a time stamp, so that they outlive the certificate. */
    public SigningIdentity withTimestamps(Timestamper authority) {
        return new SigningIdentity(key, chain, new Details(details.programName, authority, details.provider));
    }

    /** The same, whose signature values this provider computes, as for a key in a token; digests stay with the platform. */
    public SigningIdentity withProvider(Provider provider) {
        return new SigningIdentity(key, chain, new Details(details.programName, details.timestamps, provider));
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

    @Nullable
    String programName() {
        return details.programName;
    }

    @Nullable
    Timestamper timestamps() {
        return details.timestamps;
    }

    @Nullable
    Provider provider() {
        return details.provider;
    }
}

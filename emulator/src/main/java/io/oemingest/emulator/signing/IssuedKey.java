package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.SigningIdentity;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key with its certificates.
 *
 * @param kind of the key
 * @param chain own certificate first, root last
 */
record IssuedKey(PrivateKey key, KeyKind kind, List<X509Certificate> chain) {
    IssuedKey {
        chain = List.copyOf(chain);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    /** The usages of the certificate besides code signing. */
    EkuCombination ekus() {
        return SignerCertificate.of(certificate()).ekus();
    }

    /** As signatures and key files carry it. */
    IssuedKey withoutRoot() {
        return new IssuedKey(key, kind, chain.subList(0, chain.size() - 1));
    }

    SigningIdentity identity() {
        return new SigningIdentity(key, withoutRoot().chain());
    }
}

package io.oemingest.emulator.signing;

import io.oemingest.core.signing.TrustPolicy;
import java.security.cert.X509Certificate;
import java.util.HashSet;
import java.util.Set;

/**
 * Whose test signatures the service takes besides its own, for packages signed by a real kit.
 *
 * @param roots anchors of further test signers
 * @param timestampRoots anchors of time-stamp authorities; a time stamp that is there must hold
 */
public record InputTrust(Set<X509Certificate> roots, Set<X509Certificate> timestampRoots) {
    /** Nobody besides. */
    public static final InputTrust OWN = new InputTrust(Set.of(), Set.of());

    public InputTrust {
        roots = Set.copyOf(roots);
        timestampRoots = Set.copyOf(timestampRoots);
    }

    TrustPolicy with(X509Certificate own) {
        Set<X509Certificate> all = new HashSet<>(roots);
        all.add(own);
        return TrustPolicy.testInput(all).withTimestamps(timestampRoots, false);
    }
}

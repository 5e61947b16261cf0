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

    /** What the PKI's own input root vouches for counts too, and time stamps of the PKI's authority. */
    TrustPolicy with(TestPki pki) {
        Set<X509Certificate> signers = new HashSet<>(roots);
        signers.add(pki.input().root());
        Set<X509Certificate> stamps = new HashSet<>(timestampRoots);
        stamps.add(pki.retail().root());
        return TrustPolicy.testInput(signers).withTimestamps(stamps, false);
    }
}

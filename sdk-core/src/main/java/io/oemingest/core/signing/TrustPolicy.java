package io.oemingest.core.signing;

import io.oemingest.core.model.EkuCombination;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a verifier believes, for what and when. Nothing outside {@code roots} is ever trusted: no system store, no network.
 *
 * @param roots the only anchors of signers
 * @param timestampRoots the only anchors of time-stamp authorities
 * @param requiredEkus usages that the signers of a cabinet and its catalog must have, null for any known combination;
 *     PE files inside may have any
 * @param at the moment at which signers without time stamp must be valid; null judges each at a moment of its own validity
 * @param timestampRequired whether a signature without time stamp is refused; one that is there is always verified
 */
public record TrustPolicy(
        Set<X509Certificate> roots,
        Set<X509Certificate> timestampRoots,
        @Nullable EkuCombination requiredEkus,
        @Nullable Instant at,
        boolean timestampRequired) {

    public TrustPolicy {
        roots = Set.copyOf(roots);
        timestampRoots = Set.copyOf(timestampRoots);
    }

    /** Signatures of an emulated service, valid at {@code at}, and its time stamps, whose authority stands below the same roots. */
    public static TrustPolicy emulatedRetail(Collection<X509Certificate> roots, Instant at) {
        return new TrustPolicy(Set.copyOf(roots), Set.copyOf(roots), null, at, false);
    }

    /** Test signatures as an OEM's build makes them, by certificates that may have expired since. */
    public static TrustPolicy testInput(Collection<X509Certificate> roots) {
        return new TrustPolicy(Set.copyOf(roots), Set.of(), null, null, false);
    }

    public TrustPolicy withRequiredEkus(@Nullable EkuCombination ekus) {
        return new TrustPolicy(roots, timestampRoots, ekus, at, timestampRequired);
    }

    /** Believes time stamps below these anchors, and refuses signatures without one if {@code required}. */
    public TrustPolicy withTimestamps(Collection<X509Certificate> anchors, boolean required) {
        return new TrustPolicy(roots, Set.copyOf(anchors), requiredEkus, at, required);
    }
}

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
 * @param mode the rules that signatures are judged by
 * @param roots the only anchors of signers
 * @param timestampRoots the only anchors of time-stamp authorities
 * @param requiredEkus usages that the signers of a cabinet and its catalog must have, null for any known combination;
 *     PE files inside may have any, and so may a real retail cabinet, which Microsoft signs as its publisher
 * @param at the moment at which signers without time stamp must be valid; null judges each at a moment of its own validity
 * @param timestampRequired whether a code signature without time stamp is refused; one that is there is always verified
 */
public record TrustPolicy(
        TrustMode mode,
        Set<X509Certificate> roots,
        Set<X509Certificate> timestampRoots,
        @Nullable EkuCombination requiredEkus,
        @Nullable Instant at,
        boolean timestampRequired) {

    /** @throws IllegalArgumentException if real retail signatures are to be believed below a root for tests */
    public TrustPolicy {
        roots = Set.copyOf(roots);
        timestampRoots = Set.copyOf(timestampRoots);
        if (mode == TrustMode.REAL_RETAIL) {
            roots.forEach(TrustPolicy::requireRealRoot);
            timestampRoots.forEach(TrustPolicy::requireRealRoot);
        }
    }

    /** Signatures of an emulated service, valid at {@code at}, and its time stamps, whose authority stands below the same roots. */
    public static TrustPolicy emulatedRetail(Collection<X509Certificate> roots, Instant at) {
        return new TrustPolicy(TrustMode.EMULATED_RETAIL, Set.copyOf(roots), Set.copyOf(roots), null, at, false);
    }

    /** Test signatures as an OEM's build makes them, by certificates that may have expired since. */
    public static TrustPolicy testInput(Collection<X509Certificate> roots) {
        return new TrustPolicy(TrustMode.TEST_INPUT, Set.copyOf(roots), Set.of(), null, null, false);
    }

    /**
     * Microsoft's own signatures; the roots vouch for time stamps too, which say when a signer had to be valid.
     *
     * @throws IllegalArgumentException if a root is one for tests
     */
    public static TrustPolicy realRetail(Collection<X509Certificate> roots, Instant at) {
        return new TrustPolicy(TrustMode.REAL_RETAIL, Set.copyOf(roots), Set.copyOf(roots), null, at, false);
    }

    public TrustPolicy withRequiredEkus(@Nullable EkuCombination ekus) {
        return new TrustPolicy(mode, roots, timestampRoots, ekus, at, timestampRequired);
    }

    /** Judges signers without time stamp at another moment, null for a moment of their own validity. */
    public TrustPolicy withMoment(@Nullable Instant moment) {
        return new TrustPolicy(mode, roots, timestampRoots, requiredEkus, moment, timestampRequired);
    }

    /** Believes time stamps below these anchors, and refuses signatures without one if {@code required}. */
    public TrustPolicy withTimestamps(Collection<X509Certificate> anchors, boolean required) {
        return new TrustPolicy(mode, roots, Set.copyOf(anchors), requiredEkus, at, required);
    }

    boolean isRealRetail() {
        return mode == TrustMode.REAL_RETAIL;
    }

    private static void requireRealRoot(X509Certificate root) {
        if (TestNames.areOf(root)) {
            throw new IllegalArgumentException("A root for tests vouches for no real retail signature: '"
                    + root.getSubjectX500Principal().getName() + "'");
        }
    }
}

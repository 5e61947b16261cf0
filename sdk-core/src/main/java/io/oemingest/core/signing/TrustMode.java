package io.oemingest.core.signing;

/** Whose signatures a verifier looks at. Each mode trusts the roots of its policy alone and has rules of its own. */
public enum TrustMode {
    /** What an emulated service signed: one SHA-256 signature, the same usages on a cabinet and its catalog. */
    EMULATED_RETAIL,
    /** What an OEM's build test-signed: the rules of emulated retail. */
    TEST_INPUT,
    /**
     * What Microsoft signed for sale. A file signed over SHA-1 is judged by the one signature nested in it, which must
     * hold by itself; the outer one must speak of the same bytes and proves nobody. Time-stamp authorities need not say
     * that their usage is critical. No certificate may be for tests. Catalogs are judged by their own signature, so one
     * over SHA-1, or one that lists SHA-1 alone, is refused.
     */
    REAL_RETAIL
}

package io.oemingest.core.model;

/** How a signed image stands to the packaging requirements for retail images (rules RFU-11 to RFU-18, WSP-25). */
public enum WspcStatus {
    /** Submitted as a baseline, and compliant. */
    BASELINE,
    /** Compliant with the baselines before it, but none itself. */
    COMPLIANT,
    /** Not compliant, or not compared; signed all the same, and barred from retail servicing (rule WSP-06). */
    NON_COMPLIANT,
    /** Compliant with the static package sets of the time before baselines: a baseline without having been declared. */
    LEGACY_COMPLIANT,
    /** Of the time before baselines, and not compliant with its rules. */
    LEGACY_NON_COMPLIANT;

    /** Whether later images are compared with it. */
    public boolean isBaseline() {
        return this == BASELINE || this == LEGACY_COMPLIANT;
    }
}

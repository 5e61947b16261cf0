package io.oemingest.core.signing;

/** What of a package carries a signature of its own, in the order of signing. */
public enum SignedPart {
    PE,
    CATALOG,
    CABINET
}

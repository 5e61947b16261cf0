package io.oemingest.core.submission;

/** Proves a signed archive: the signature over its manifest, each digest, each package. */
public final class SignedArchiveVerifier {}

package io.oemingest.core.signing;

/** Stands for any class of the signing package. */
public final class AccompliceOfSigning {}

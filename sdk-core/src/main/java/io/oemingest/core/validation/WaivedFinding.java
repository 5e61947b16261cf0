package io.oemingest.core.validation;

/** A finding that somebody has decided to live with: shown, but it refuses nothing. */
public record WaivedFinding(Finding finding, Waiver waiver) {}

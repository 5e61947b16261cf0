package io.oemingest.core.validation;

import io.oemingest.core.submission.SubmissionContents;

/** One rule of the catalogue: a pure function of facts. No I/O, no clock, no state; content never makes it throw. */
public interface ValidationRule {
    RuleId id();

    /** Adds what it finds, or says with {@link Findings#skip} why it could not look. */
    void check(SubmissionContents contents, ValidationContext context, Findings findings);
}

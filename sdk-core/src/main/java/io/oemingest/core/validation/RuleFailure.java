package io.oemingest.core.validation;

/** A rule that broke down: a fault of this library, not of the submission. The report is then not acceptable. */
public record RuleFailure(RuleId rule, String problem) {}

package io.oemingest.core.validation;

/** How many findings of one rule and weight a report counts but does not hold, for there are too many. */
public record OmittedFindings(RuleId rule, Severity severity, long count) {}

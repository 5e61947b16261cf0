package io.oemingest.core.validation;

/** A rule that could not judge because a fact is missing; not the same as a rule that found nothing. */
public record SkippedRule(RuleId rule, String reason) {}

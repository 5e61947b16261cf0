package io.oemingest.core.validation.rules.violations;

/** The rule that the other rule must not call. */
final class AccompliceRule {
    void check() {}
}

package io.oemingest.core.validation.rules.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("rules-keep-no-state")
class RuleKeepsStateRule {
    int seen;
}

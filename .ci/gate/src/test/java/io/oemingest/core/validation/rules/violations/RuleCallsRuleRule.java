package io.oemingest.core.validation.rules.violations;

import io.oemingest.gate.Violates;

/** Breaks a rule on purpose. */
@Violates("rules-call-no-rule")
class RuleCallsRuleRule {
    void check(AccompliceRule other) {
        other.check();
    }
}

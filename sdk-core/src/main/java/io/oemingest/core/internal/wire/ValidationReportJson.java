package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/submissions/{ticket}/validation-report} and content of {@code validation-report.json}. */
public record ValidationReportJson(
        @Nullable Boolean acceptable,
        @Nullable List<FindingJson> findings,
        @Nullable List<SkippedRuleJson> skipped,
        @Nullable List<RuleFailureJson> ruleFailures) {

    /** A rule that could not judge, and why. */
    public record SkippedRuleJson(
            @Nullable String rule, @Nullable String reason) {}

    /** A rule that broke down. */
    public record RuleFailureJson(
            @Nullable String rule, @Nullable String problem) {}
}

package io.oemingest.core.internal.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answer of {@code GET /v1/submissions/{ticket}/validation-report} and content of {@code validation-report.json}. A report
 * without profile, waived or omitted findings was made by the standard profile and lacks none.
 */
public record ValidationReportJson(
        @Nullable Boolean acceptable,
        @Nullable String profile,
        @Nullable List<FindingJson> findings,
        @Nullable List<WaivedFindingJson> waived,
        @Nullable List<SkippedRuleJson> skipped,
        @Nullable List<RuleFailureJson> ruleFailures,
        @Nullable List<OmittedFindingsJson> omitted) {

    /** A finding that does not count, and whose decision that was. */
    public record WaivedFindingJson(
            @Nullable FindingJson finding, @Nullable WaiverJson waiver) {}

    /** A decision that findings do not count; of the finding's rule. */
    public record WaiverJson(
            @Nullable String file,
            @Nullable String reason,
            @Nullable String by,
            @Nullable Instant at) {}

    /** A rule that could not judge, and why. */
    public record SkippedRuleJson(
            @Nullable String rule, @Nullable String reason) {}

    /** A rule that broke down. */
    public record RuleFailureJson(
            @Nullable String rule, @Nullable String problem) {}

    /** How many findings there are beyond those of the report. */
    public record OmittedFindingsJson(
            @Nullable String rule,
            @Nullable String severity,
            @Nullable Long count) {}
}

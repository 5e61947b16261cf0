package io.oemingest.core.validation.report;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.OmittedFindings;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.WaivedFinding;
import io.oemingest.core.validation.Waiver;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reports that have everything a report can have. */
final class SampleReports {
    static final ValidationReport EMPTY = new ValidationReport(List.of(), List.of(), List.of());

    /** Text that would break out of every format that does not escape it. */
    static final String HOSTILE = "\u001b[2J<script>alert('x')</script> & \"]]>\u0000\ufffe\u202e end";

    static final ValidationReport FULL = new ValidationReport(
            "strict",
            List.of(
                    finding(
                            "STD-02",
                            Severity.BLOCK,
                            Location.ofFile("packages/a b.spkg"),
                            "The package has the version 0.0.0.0."),
                    finding("AAA-01", Severity.WARN, Location.ofLine("a.xml", 3, 7), "Odd."),
                    finding("PKG-01", Severity.INFO, Location.ofOffset("a.cab", "CFHEADER", 36), HOSTILE),
                    new Finding(
                            RuleId.of("PAR-03"),
                            Severity.BLOCK,
                            Location.ofFile("packages/c.spkg"),
                            "The package is for MainOS, the image has it in EFIESP.",
                            "Mend it.",
                            Map.of("update history", "UpdateHistory.xml"))),
            List.of(new WaivedFinding(
                    finding("PKG-21", Severity.BLOCK, Location.ofFile("packages/b.spkg"), "Twice."),
                    new Waiver(
                            RuleId.of("PKG-21"),
                            "packages/b.spkg",
                            "Known.",
                            "Ada",
                            Instant.parse("2026-11-25T08:00:00Z")))),
            List.of(new SkippedRule(RuleId.of("STD-06"), "No fact.")),
            List.of(new RuleFailure(RuleId.of("STD-07"), "java.lang.StackOverflowError")),
            List.of(new OmittedFindings(RuleId.of("STD-02"), Severity.BLOCK, 2_500)));

    /** Any way of writing or comparing that is quadratic takes minutes for so many. */
    static final ValidationReport HUNDRED_THOUSAND = large(100_000);

    private SampleReports() {}

    private static ValidationReport large(int findings) {
        return ValidationReport.of(IntStream.range(0, findings)
                .mapToObj(
                        i -> finding("STD-02", Severity.BLOCK, Location.ofFile("packages/" + i), "Message " + i + "."))
                .toList());
    }

    static Finding finding(String rule, Severity severity, Location location, String message) {
        return new Finding(RuleId.of(rule), severity, location, message, "Mend it.");
    }
}

package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportComparisonTest {
    private static final Finding A = SampleReports.finding("STD-02", Severity.BLOCK, Location.ofFile("a"), "Zero.");
    private static final Finding B = SampleReports.finding("STD-02", Severity.BLOCK, Location.ofFile("b"), "Zero.");
    private static final Finding C = SampleReports.finding("PKG-04", Severity.WARN, Location.ofFile("c"), "Test.");

    @Test
    void tellsFixedNewAndStillThereApart() {
        ReportComparison comparison =
                ReportComparison.of(ValidationReport.of(List.of(A, B)), ValidationReport.of(List.of(B, C)));
        assertThat(comparison).isEqualTo(new ReportComparison(List.of(A), List.of(C), List.of(B), true));
        assertThat(comparison.toText()).isEqualTo("""
                1 fixed, 1 new, 1 still there

                Fixed
                  Block  STD-02 a: Zero. Mend: Mend it.

                New
                  Warn  PKG-04 c: Test. Mend: Mend it.

                Still there
                  Block  STD-02 b: Zero. Mend: Mend it.
                """);
    }

    @Test
    void writesJson() {
        ReportComparison comparison = ReportComparison.of(ValidationReport.of(List.of(A)), SampleReports.EMPTY);
        assertThat(comparison.toJson()).isEqualTo("""
                {
                  "fixed": [
                    {
                      "rule": "STD-02",
                      "severity": "Block",
                      "location": {
                        "file": "a"
                      },
                      "message": "Zero.",
                      "mend": "Mend it.",
                      "source": "WSPC, PKGCLI"
                    }
                  ],
                  "added": [],
                  "stillThere": [],
                  "complete": true
                }
                """);
    }

    @Test
    void takesAnotherMendOrOtherEvidenceForTheSameFinding() {
        Finding later = new Finding(
                A.rule(), A.severity(), A.location(), A.message(), "Mend it so.", Map.of("version", "0.0.0.0"));
        assertThat(ReportComparison.of(ValidationReport.of(List.of(A)), ValidationReport.of(List.of(later))))
                .isEqualTo(new ReportComparison(List.of(), List.of(), List.of(later), true));
    }

    @Test
    void takesAnotherWeightForAnotherFinding() {
        Finding lighter = SampleReports.finding("STD-02", Severity.WARN, Location.ofFile("a"), "Zero.");
        assertThat(ReportComparison.of(ValidationReport.of(List.of(A)), ValidationReport.of(List.of(lighter))))
                .isEqualTo(new ReportComparison(List.of(A), List.of(lighter), List.of(), true));
    }

    @Test
    void saysWhenAReportDoesNotListAllItsFindings() {
        ReportComparison comparison = ReportComparison.of(SampleReports.EMPTY, SampleReports.FULL);
        assertThat(comparison.complete()).isFalse();
        assertThat(comparison.toText())
                .startsWith(
                        "0 fixed, 4 new, 0 still there\nA report lists only some of its findings, so this is only a part.\n");
    }

    @Test
    void comparesAHundredThousandFindings() {
        ValidationReport first = SampleReports.HUNDRED_THOUSAND;
        ValidationReport second = first.with(ValidationReport.of(List.of(C)));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(60), () -> ReportComparison.of(first, second)))
                .isEqualTo(new ReportComparison(List.of(), List.of(C), first.findings(), true));
    }
}

package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

class BothSidesTest {
    private static final RuleId RULE = RuleId.of("PKG-04");
    private static final Waiver WAIVER =
            new Waiver(RULE, null, "Agreed.", "Ada", Instant.parse("2026-11-25T08:00:00Z"));

    @Test
    void whatBothFoundIsThereOnceWithTheEvidenceOfBoth() {
        ValidationReport report = BothSides.of(
                of(finding(Severity.BLOCK, "a", Map.of("one", "1", "same", "mine"))),
                of(
                        finding(Severity.BLOCK, "a", Map.of("two", "2", "same", "theirs")),
                        finding(Severity.WARN, "b", Map.of())));

        assertThat(report.findings())
                .extracting(each -> each.location() + " " + each.evidence())
                .satisfiesExactly(
                        both -> assertThat(both)
                                .startsWith("a {")
                                .contains("one=1", "two=2", "same=mine", "side=client and service"),
                        theirs -> assertThat(theirs).isEqualTo("b {side=service}"));
        assertThat(report.toText())
                .contains("      Mend: Mend it.\n      Found by: client and service\n")
                .contains("      Mend: Mend it.\n      Found by: service\n");
    }

    @Test
    void aFindingThatTheSidesWeighDifferentlyIsThereTwiceAndTheWorseOneDecides() {
        ValidationReport lenient = new ValidationReport(
                "test", List.of(finding(Severity.WARN, "a", Map.of())), List.of(), List.of(), List.of(), List.of());

        ValidationReport report = BothSides.of(lenient, of(finding(Severity.BLOCK, "a", Map.of())));

        assertThat(report.profile()).isEqualTo("test at the client, standard at the service");
        assertThat(report.findings())
                .extracting(each -> each.severity() + " " + each.evidence())
                .containsExactly("BLOCK {side=service}", "WARN {side=client}");
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void aWaiverOfTheClientDoesNotBindTheService() {
        ValidationReport waived = new ValidationReport(
                "standard",
                List.of(),
                List.of(new WaivedFinding(finding(Severity.BLOCK, "a", Map.of()), WAIVER)),
                List.of(),
                List.of(),
                List.of());

        ValidationReport report = BothSides.of(waived, of(finding(Severity.BLOCK, "a", Map.of())));

        assertThat(report.acceptable()).isFalse();
        assertThat(report.waived())
                .extracting(each -> each.finding().evidence())
                .containsExactly(Map.of("side", "client"));
    }

    @Test
    void whatOneSideCouldNotCheckOrBrokeDownOverSaysWhichSide() {
        ValidationReport client = new ValidationReport(
                List.of(), List.of(skipped("No list."), skipped("No image before.")), List.of(broken("oh")));
        ValidationReport service = new ValidationReport(
                List.of(), List.of(skipped("No image before."), skipped("No packages.")), List.of());

        ValidationReport report = BothSides.of(client, service);

        assertThat(report.skipped())
                .containsExactly(
                        skipped("At the client: No list."),
                        skipped("At the service: No packages."),
                        skipped("No image before."));
        assertThat(report.ruleFailures()).containsExactly(broken("At the client: oh"));
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void ofWhatIsOnlyCountedTheGreaterCountStays() {
        ValidationReport report = BothSides.of(omitting(4_000), omitting(3_000));

        assertThat(report.omitted()).containsExactly(new OmittedFindings(RULE, Severity.BLOCK, 4_000));
        assertThat(report.acceptable()).isFalse();
    }

    private static ValidationReport omitting(long count) {
        return new ValidationReport(
                "standard",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new OmittedFindings(RULE, Severity.BLOCK, count)));
    }

    private static ValidationReport of(Finding... findings) {
        return ValidationReport.of(List.of(findings));
    }

    private static Finding finding(Severity severity, String file, Map<String, String> evidence) {
        return new Finding(RULE, severity, Location.ofFile(file), "Is wrong.", "Mend it.", evidence);
    }

    private static SkippedRule skipped(String reason) {
        return new SkippedRule(RULE, reason);
    }

    private static RuleFailure broken(String problem) {
        return new RuleFailure(RULE, problem);
    }
}

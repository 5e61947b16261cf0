package io.oemingest.core.validation;

import static io.oemingest.core.validation.RuleRuns.finding;
import static io.oemingest.core.validation.RuleRuns.rule;
import static io.oemingest.core.validation.RuleRuns.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EngineSafetyTest {
    private static final ValidationRule SOUND =
            rule("AAA-02", findings -> findings.warn(Location.ofFile("b"), "Look.", "Mend it."));

    @Test
    void showsARuleThatNeverComesBackFromACycleAsBroken() {
        ValidationReport report = validate(rule("AAA-01", findings -> descend(1)), SOUND);
        assertThat(report.ruleFailures())
                .containsExactly(new RuleFailure(RuleId.of("AAA-01"), "java.lang.StackOverflowError"));
        assertThat(report.findings()).containsExactly(finding("AAA-02", Severity.WARN, "b", "Look.", "Mend it."));
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void showsARuleWhoseAssertionFailsAsBroken() {
        ValidationReport report = validate(rule("AAA-01", findings -> {
            throw new AssertionError("never so");
        }));
        assertThat(report)
                .isEqualTo(new ValidationReport(
                        List.of(),
                        List.of(),
                        List.of(new RuleFailure(RuleId.of("AAA-01"), "java.lang.AssertionError: never so"))));
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void leavesNoReportWhenMemoryRunsOut() {
        ValidationRule greedy = rule("AAA-01", findings -> {
            throw new OutOfMemoryError("no more");
        });
        assertThatThrownBy(() -> validate(greedy, SOUND))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("no more");
    }

    @Test
    void boundsWhatABrokenRuleSays() {
        ValidationReport report = validate(rule("AAA-01", findings -> {
            throw new IllegalStateException("x".repeat(1_000_000));
        }));
        assertThat(report.ruleFailures().get(0).problem())
                .hasSizeLessThan(2_100)
                .endsWith("x… (1000033 characters)");
    }

    @Test
    void boundsTextOutOfFiles() {
        String name = "n".repeat(5_000);
        Finding found = validate(rule(
                        "AAA-01",
                        findings ->
                                findings.block(Location.ofFile("a"), name, name).fact("name", name)))
                .findings()
                .get(0);
        String cut = "n".repeat(2_000) + "… (5000 characters)";
        assertThat(found.message()).isEqualTo(cut);
        assertThat(found.mend()).isEqualTo(cut);
        assertThat(found.evidence()).containsExactly(Map.entry("name", cut));
    }

    @Test
    void keepsTheFirstFindingsOfARuleAndCountsTheOthers() {
        ValidationReport report = validate(rule("AAA-01", findings -> {
            IntStream.range(0, 3_500).forEach(i -> findings.warn(Location.ofFile(name(i)), "Odd.", "Mend it."));
            findings.block(Location.ofFile("z"), "Wrong.", "Mend it.");
        }));
        assertThat(report.findings(Severity.WARN))
                .hasSize(1_000)
                .containsExactlyElementsOf(IntStream.range(0, 1_000)
                        .mapToObj(i -> finding("AAA-01", Severity.WARN, name(i), "Odd.", "Mend it."))
                        .toList());
        assertThat(report.omitted()).containsExactly(new OmittedFindings(RuleId.of("AAA-01"), Severity.WARN, 2_500));
        assertThat(report.count(Severity.WARN)).isEqualTo(3_500);
        assertThat(report.count(Severity.BLOCK)).isEqualTo(1);
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void refusesForAFindingThatIsOnlyCounted() {
        ValidationReport counted = new ValidationReport(
                "standard",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new OmittedFindings(RuleId.of("AAA-01"), Severity.BLOCK, 1)));
        assertThat(counted.acceptable()).isFalse();
    }

    @Test
    void saysTheSameWhateverTheOrderOfRulesAndInput() {
        List<Integer> order = IntStream.range(0, 3_000).boxed().collect(Collectors.toList());
        ValidationRule many = rule(
                "AAA-01",
                findings -> order.forEach(i -> {
                    findings.info(Location.ofFile(name(i)), "So it is.", "Nothing.")
                            .fact("number", i);
                    findings.skip("No fact " + name(i) + ".");
                }));
        ValidationReport first = validate(many, SOUND);
        Collections.shuffle(order, new Random(1));
        assertThat(validate(SOUND, many)).isEqualTo(first);
        assertThat(first.skipped())
                .hasSize(1_001)
                .endsWith(new SkippedRule(RuleId.of("AAA-01"), "… and 2000 more reasons."));
    }

    @Test
    void takesEvidenceInTheOrderInWhichItIsSaid() {
        ValidationReport report = validate(rule(
                "AAA-01",
                findings -> findings.block(Location.ofFile("a"), "Wrong.", "Mend it.")
                        .fact("permission", "Partial")
                        .fact("account", "CONTOSO")));
        assertThat(report.findings().get(0).evidence()).hasToString("{permission=Partial, account=CONTOSO}");
    }

    @Test
    void takesTheMendOfTheCatalogue() {
        ValidationReport report =
                validate(rule("STD-02", findings -> findings.block(Location.ofFile("a"), "The version is 0.")));
        assertThat(report.findings())
                .containsExactly(finding(
                        "STD-02",
                        Severity.BLOCK,
                        "a",
                        "The version is 0.",
                        "Build the package with a version of its own."));
    }

    @Test
    void breaksARuleThatHasNoMendAnywhere() {
        ValidationReport report = validate(rule("AAA-01", findings -> findings.info(Location.ofFile("a"), "So.")));
        assertThat(report.ruleFailures())
                .containsExactly(new RuleFailure(
                        RuleId.of("AAA-01"),
                        "java.lang.IllegalStateException: The catalogue has no mend for AAA-01: give one with the"
                                + " finding"));
    }

    private static String name(int i) {
        return String.format("p%05d", i);
    }

    private static int descend(int depth) {
        return descend(depth + 1) + 1;
    }
}

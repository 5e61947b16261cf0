package io.oemingest.core.validation;

import static io.oemingest.core.validation.RuleRuns.finding;
import static io.oemingest.core.validation.RuleRuns.rule;
import static io.oemingest.core.validation.RuleRuns.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionValidatorTest {
    @Test
    void runsEveryRuleWhateverTheOnesBeforeFound() {
        ValidationReport report = validate(
                rule("AAA-01", findings -> findings.block(Location.ofFile("a"), "wrong", "mend it")),
                rule("AAA-02", findings -> findings.skip("no fact")),
                rule("AAA-03", findings -> findings.info(Location.ofFile("b"), "so it is", "nothing")));
        assertThat(report.findings())
                .containsExactly(
                        finding("AAA-01", Severity.BLOCK, "a", "wrong", "mend it"),
                        finding("AAA-03", Severity.INFO, "b", "so it is", "nothing"));
        assertThat(report.skipped()).containsExactly(new SkippedRule(RuleId.of("AAA-02"), "no fact"));
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void showsARuleThatBreaksDownApartAndAcceptsNothingThen() {
        ValidationReport report = validate(
                rule("AAA-01", findings -> {
                    findings.warn(Location.ofFile("a"), "half said", "");
                    throw new IllegalStateException("a fault of the rule");
                }),
                rule("AAA-02", findings -> findings.warn(Location.ofFile("b"), "look", "mend it")));
        assertThat(report.ruleFailures())
                .containsExactly(
                        new RuleFailure(RuleId.of("AAA-01"), "java.lang.IllegalStateException: a fault of the rule"));
        assertThat(report.findings()).containsExactly(finding("AAA-02", Severity.WARN, "b", "look", "mend it"));
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void acceptsWarningsAndSkippedRules() {
        ValidationReport report = validate(
                rule("AAA-01", findings -> findings.warn(Location.ofFile("a"), "look", "mend it")),
                rule("AAA-02", findings -> findings.skip("no fact")));
        assertThat(report.acceptable()).isTrue();
    }

    @Test
    void ordersFindingsByWeightRuleAndPlaceAndDropsRepetitions() {
        Finding late = finding("AAA-02", Severity.BLOCK, "a", "m", "n");
        Finding first = finding("AAA-01", Severity.BLOCK, "b", "m", "n");
        Finding light = finding("AAA-01", Severity.WARN, "a", "m", "n");
        Finding zero = finding("AAA-01", Severity.BLOCK, "a", "m", "n");
        assertThat(ValidationReport.of(List.of(light, late, first, zero))
                        .with(ValidationReport.of(List.of(late)))
                        .findings())
                .containsExactly(zero, first, late, light);
    }

    @Test
    void printsTheReportForPeople() {
        ValidationReport report = validate(
                rule(
                        "AAA-01",
                        findings -> findings.block(Location.ofLine("a.xml", 3, 7), "Wrong\u001b[2J.", "Mend it.")),
                rule("AAA-02", findings -> findings.warn(Location.ofFile("b"), "Odd.", "Look at it.")),
                rule("AAA-03", findings -> findings.info(Location.ofFile("c"), "So it is.", "Nothing.")),
                rule("AAA-04", findings -> findings.skip("No fact.")),
                rule("AAA-05", findings -> {
                    throw new IllegalStateException("oh");
                }));
        assertThat(report.toText()).isEqualTo("""
                        Not acceptable: 1 blocking, 1 warning, 1 note, 1 not checked

                        Blocking
                          AAA-01
                            a.xml:3:7
                              Wrong\\u001b[2J.
                              Mend: Mend it.

                        Warnings
                          AAA-02
                            b
                              Odd.
                              Mend: Look at it.

                        Notes
                          AAA-03
                            c
                              So it is.
                              Mend: Nothing.

                        Not checked
                          AAA-04  No fact.

                        Rules that broke down (a fault of this library, please report it)
                          AAA-05  java.lang.IllegalStateException: oh
                        """);
    }

    @Test
    void comesBackFromJsonAsItWas() throws Exception {
        ValidationReport report = validate(
                rule(
                        "AAA-01",
                        findings -> findings.block(Location.ofOffset("a", "CFHEADER", 36), "Wrong.", "Mend it.")),
                rule("AAA-04", findings -> findings.skip("No fact.")),
                rule("AAA-05", findings -> {
                    throw new IllegalStateException("oh");
                }));
        String json = Json.writeIndented(ReportWire.toWire(report));
        assertThat(ReportWire.toModel(Json.read(ValidationReportJson.class, json, "report"), "report"))
                .isEqualTo(report);
    }

    @Test
    void refusesAReportWhoseVerdictDoesNotFollow() throws Exception {
        String json = "{\"acceptable\":false,\"findings\":[],\"skipped\":[],\"ruleFailures\":[]}";
        ValidationReportJson read = Json.read(ValidationReportJson.class, json, "report");
        assertThatThrownBy(() -> ReportWire.toModel(read, "report"))
                .hasMessage("report ($.acceptable): does not follow from the findings");
    }

    @Test
    void readsAnUnknownSeverityByTheVerdictOfTheReport() throws Exception {
        for (boolean acceptable : List.of(true, false)) {
            String json = "{\"acceptable\":" + acceptable + ",\"findings\":[{\"rule\":\"AAA-01\","
                    + "\"severity\":\"Grave\",\"location\":{\"file\":\"a\"},\"message\":\"m\",\"mend\":\"n\"}],"
                    + "\"skipped\":[],\"ruleFailures\":[]}";
            ValidationReport report =
                    ReportWire.toModel(Json.read(ValidationReportJson.class, json, "report"), "report");
            assertThat(report.acceptable()).isEqualTo(acceptable);
            assertThat(report.findings())
                    .containsExactly(finding("AAA-01", acceptable ? Severity.WARN : Severity.BLOCK, "a", "m", "n"));
        }
    }

    @Test
    void knowsTheFormOfRuleIds() {
        assertThat(RuleId.of("STD-01")).hasToString("STD-01");
        for (String bad : List.of("", "STD_01", "std-01", "STD-1", "STD-001", "STAND-01")) {
            assertThatThrownBy(() -> RuleId.of(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Not the id of a rule: '" + bad + "'");
        }
    }
}

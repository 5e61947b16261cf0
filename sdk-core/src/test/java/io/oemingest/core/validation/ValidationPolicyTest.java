package io.oemingest.core.validation;

import static io.oemingest.core.validation.RuleRuns.finding;
import static io.oemingest.core.validation.RuleRuns.rule;
import static io.oemingest.core.validation.RuleRuns.validate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.Location;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationPolicyTest {
    private static final Instant DAY = Instant.parse("2026-11-25T08:00:00Z");
    private static final ValidationRule FIT = rule("PAR-03", findings -> {
        findings.block(Location.ofFile("a"), "No fit.", "Mend a.").fact("image", "1.0.0.0");
        findings.block(Location.ofPart("b", "part"), "No fit.", "Mend b.");
    });

    @Test
    void weighsByTheCatalogueUnlessToldOtherwise() {
        ValidationReport report = validate(FIT);
        assertThat(report.profile()).isEqualTo("standard");
        assertThat(report.count(Severity.BLOCK)).isEqualTo(2);
        assertThat(ValidationProfile.all().get(0)).isSameAs(ValidationProfile.STANDARD);
        assertThat(ValidationProfile.STANDARD.differences()).isEmpty();
    }

    @Test
    void weighsByAProfile() {
        ValidationReport report = validate(ValidationPolicy.of(ValidationProfile.LENIENT), FIT);
        assertThat(report.profile()).isEqualTo("lenient");
        assertThat(report.findings()).extracting(Finding::severity).containsExactly(Severity.WARN, Severity.WARN);
        assertThat(report.acceptable()).isTrue();
    }

    @Test
    void showsARuleThatAProfileTurnsOffAsNotChecked() {
        ValidationRule comparison =
                rule("WSP-07", findings -> findings.block(Location.ofFile("a"), "Missing.", "Add."));
        ValidationReport report = validate(ValidationPolicy.of(ValidationProfile.LEGACY_WP81), comparison);
        assertThat(report.findings()).isEmpty();
        assertThat(report.skipped())
                .containsExactly(new SkippedRule(
                        RuleId.of("WSP-07"),
                        "Off in the profile legacy-wp81. Windows Phone 8.1 allowed to submit without the comparison."));
    }

    @ParameterizedTest
    @MethodSource("io.oemingest.core.validation.ValidationProfile#all")
    void changesOnlyWhatTheCatalogueKnowsAndSaysWhy(ValidationProfile profile) {
        for (ValidationProfile.Difference each : profile.differences()) {
            assertThat(RuleCatalogue.standard().get(each.rule()).kind().severity())
                    .as("%s in %s must differ from the catalogue", each.rule(), profile.name())
                    .isNotNull()
                    .isNotEqualTo(each.severity());
            assertThat(each.reason()).as("reason for %s", each.rule()).matches("[A-Z].*\\.");
        }
        assertThat(ValidationProfile.parseOrNull(profile.name())).isSameAs(profile);
        assertThat(profile.description()).isNotBlank();
    }

    @Test
    void knowsNoOtherProfiles() {
        assertThat(ValidationProfile.parseOrNull("Strict")).isNull();
        assertThat(ValidationProfile.parseOrNull(null)).isNull();
        assertThat(ValidationProfile.all())
                .extracting(ValidationProfile::name)
                .containsExactly("standard", "strict", "lenient", "legacy-wp81", "test");
    }

    @Test
    void leavesStandardRulesAlone() {
        var difference = new ValidationProfile.Difference(RuleId.of("STD-02"), null, "We like zero.");
        assertThatThrownBy(() -> new ValidationProfile("ours", "Ours.", List.of(difference)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No profile changes a standard rule: STD-02");
    }

    @Test
    void changesARuleOnlyOnce() {
        var off = new ValidationProfile.Difference(RuleId.of("PKG-11"), null, "Off.");
        assertThatThrownBy(() -> new ValidationProfile("ours", "Ours.", List.of(off, off)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The profile ours changes PKG-11 twice");
    }

    @Test
    void showsWaivedFindingsApartAndAcceptsThem() {
        Waiver waiver = waiver("PAR-03", null);
        ValidationReport report = validate(new ValidationPolicy(ValidationProfile.STANDARD, List.of(waiver)), FIT);
        assertThat(report.findings()).isEmpty();
        assertThat(report.waived())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("finding.evidence")
                .containsExactly(
                        new WaivedFinding(finding("PAR-03", Severity.BLOCK, "a", "No fit.", "Mend a."), waiver),
                        new WaivedFinding(
                                new Finding(
                                        RuleId.of("PAR-03"),
                                        Severity.BLOCK,
                                        Location.ofPart("b", "part"),
                                        "No fit.",
                                        "Mend b."),
                                waiver));
        assertThat(report.waived().get(0).finding().evidence()).containsEntry("image", "1.0.0.0");
        assertThat(report.acceptable()).isTrue();
    }

    @Test
    void waivesOneFileAlone() {
        Waiver waiver = waiver("PAR-03", "b");
        ValidationReport report = validate(
                new ValidationPolicy(ValidationProfile.STANDARD, List.of(waiver, waiver("PAR-03", "other"))), FIT);
        assertThat(report.findings()).extracting(each -> each.location().file()).containsExactly("a");
        assertThat(report.waived())
                .extracting(each -> each.finding().location().file())
                .containsExactly("b");
        assertThat(report.acceptable()).isFalse();
    }

    @Test
    void waivesNeitherABrokenRuleNorAnotherRule() {
        ValidationRule broken = rule("PKG-11", findings -> {
            throw new IllegalStateException("oh");
        });
        ValidationPolicy policy = new ValidationPolicy(ValidationProfile.STANDARD, List.of(waiver("PKG-11", null)));
        ValidationReport report = validate(policy, FIT, broken);
        assertThat(report.count(Severity.BLOCK)).isEqualTo(2);
        assertThat(report.ruleFailures()).hasSize(1);
        assertThat(report.waived()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STD-01", "STD-09", "INI-33", "UPL-09"})
    void waivesNothingThatAlwaysBlocks(String rule) {
        assertThatThrownBy(() -> waiver(rule, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The rule " + rule + " cannot be waived");
    }

    @Test
    void wantsAReasonAndAName() {
        RuleId rule = RuleId.of("PAR-03");
        assertThatThrownBy(() -> new Waiver(rule, null, " ", "Ada", DAY))
                .hasMessage("A waiver of PAR-03 needs a reason and a name");
        assertThatThrownBy(() -> new Waiver(rule, null, "Known.", "", DAY))
                .hasMessage("A waiver of PAR-03 needs a reason and a name");
    }

    private static Waiver waiver(String rule, String file) {
        return new Waiver(RuleId.of(rule), file, "Known since last year.", "Ada", DAY);
    }
}

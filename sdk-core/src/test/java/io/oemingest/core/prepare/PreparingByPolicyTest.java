package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationPolicy;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.ValidationProfile.Difference;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.Waiver;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings about files and about arguments are weighed by the same profile and the same waivers. */
class PreparingByPolicyTest {
    private static final String TEST_PACKAGE = "packages/Contoso.BASE.Phone.PLAT.spkg";

    @TempDir
    private Path folder;

    private SubmissionFolder input;

    @BeforeEach
    void aSubmissionWithATestPackage() throws Exception {
        input = SubmissionFolder.good(folder.resolve("in"));
        input.add(
                SubmissionFolder.contoso("PLAT")
                        .partition("PLAT")
                        .releaseType("Test")
                        .build(),
                10);
        input.writeDocuments();
    }

    @Test
    void aProfileThatOnlyWarnsOfTestPackagesLetsThemIntoAnArchive() throws Exception {
        ValidationReport report = prepare(ValidationPolicy.of(ValidationProfile.TEST));

        assertThat(report.profile()).isEqualTo("test");
        assertThat(told(report)).containsExactly("PKG-04 WARN " + TEST_PACKAGE);
    }

    @Test
    void aWaivedFindingIsInTheReportAndCountsForNothing() throws Exception {
        ValidationReport report = prepare(waiving("PKG-04"));

        assertThat(report.findings()).isEmpty();
        assertThat(report.waived())
                .extracting(each ->
                        each.finding().location() + " by " + each.waiver().by())
                .containsExactly(TEST_PACKAGE + " by build master");
        assertThat(SubmissionFolder.text(folder.resolve("out.zip.validation-report.json")))
                .contains("\"by\": \"build master\"");
    }

    @Test
    void aWaiverOfAnArgumentsRuleCountsToo() throws Exception {
        ValidationReport report = prepare(arguments().ffu(folder.resolve("a.ffu")), waiving("PKG-04", "INI-18"));

        assertThat(report.waived())
                .extracting(each -> each.finding().rule().text())
                .containsExactly("INI-18", "PKG-04");
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aProfileWeighsFindingsAboutArguments() throws Exception {
        SubmissionArguments.Builder odd = arguments().nonWspcCompliant(true);

        SubmissionArgumentException refused = catchThrowableOfType(
                SubmissionArgumentException.class, () -> prepare(odd, profile("INI-16", Severity.BLOCK)));
        assertThat(refused.findings()).extracting(Finding::severity).containsExactly(Severity.BLOCK);

        assertThat(judged(odd, profile("INI-16", null)).skipped())
                .containsExactly(new SkippedRule(RuleId.of("INI-16"), "Off in the profile ours. So we do it."));
    }

    @Test
    void nothingMakesUpForAnArgumentWithoutWhichThereIsNoSubmission() {
        SubmissionArgumentException refused = catchThrowableOfType(
                SubmissionArgumentException.class,
                () -> prepare(arguments().partialDirectory(null), waiving("INI-19")));
        assertThat(refused.findings()).extracting(each -> each.rule().text()).containsExactly("INI-19");
        assertThat(catchThrowableOfType(
                                SubmissionArgumentException.class,
                                () -> prepare(arguments().oemInput(null), profile("INI-03", Severity.INFO)))
                        .findings())
                .extracting(Finding::severity)
                .containsExactly(Severity.BLOCK);
    }

    @Test
    void judgingAsksForNoPlaceAndWritesNothing() throws Exception {
        ValidationReport report = judged(arguments().output(null), ValidationPolicy.STANDARD);

        assertThat(told(report)).containsExactly("PKG-04 BLOCK " + TEST_PACKAGE);
        assertThat(folder.toFile().list()).containsExactly("in");
    }

    private ValidationReport prepare(ValidationPolicy policy) throws Exception {
        return prepare(arguments(), policy);
    }

    private static ValidationReport prepare(SubmissionArguments.Builder arguments, ValidationPolicy policy)
            throws Exception {
        return new SubmissionPreparer(PreparerOptions.of("tests", "1").withPolicy(policy))
                .prepare(arguments.build())
                .report();
    }

    private static ValidationReport judged(SubmissionArguments.Builder arguments, ValidationPolicy policy)
            throws Exception {
        return new SubmissionPreparer(PreparerOptions.of("tests", "1").withPolicy(policy))
                .judge(arguments.build())
                .report();
    }

    private SubmissionArguments.Builder arguments() {
        return SubmissionArguments.builder()
                .type("PartialImage")
                .updateHistory(input.updateHistory())
                .oemInput(input.oemInput())
                .partialDirectory(input.packages())
                .output(folder.resolve("out.zip"));
    }

    private static ValidationPolicy waiving(String... rules) {
        return new ValidationPolicy(
                ValidationProfile.STANDARD,
                List.of(rules).stream()
                        .map(rule -> new Waiver(
                                RuleId.of(rule),
                                null,
                                "Agreed.",
                                "build master",
                                Instant.parse("2026-11-25T08:00:00Z")))
                        .toList());
    }

    private static ValidationPolicy profile(String rule, Severity severity) {
        Difference difference = new Difference(RuleId.of(rule), severity, "So we do it.");
        return ValidationPolicy.of(new ValidationProfile("ours", "Ours.", List.of(difference)));
    }

    private static List<String> told(ValidationReport report) {
        return report.findings().stream()
                .map(each -> each.rule() + " " + each.severity() + " " + each.location())
                .toList();
    }
}

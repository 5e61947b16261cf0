package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.core.validation.ValidationReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that weighs by another profile than the standard one, in its verdicts and in all that follows from them. */
class ProfiledServiceTest {
    @TempDir
    private Path folder;

    @Test
    void whatTheProfileLeavesOutIsNotCheckedAndSoNotCompliant() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"), ValidationProfile.LEGACY_WP81)) {
            signedImage(fixture, true, "1.0.0.0", "A");
            Submission second = signedImage(fixture, false, "2.0.0.0", "B");

            ValidationReport report = fixture.engine.validationReport(
                    EngineFixture.CONTOSO, second.ticket().id());
            assertThat(report.profile()).isEqualTo("legacy-wp81");
            assertThat(report.findings()).isEmpty();
            assertThat(report.skipped())
                    .contains(new SkippedRule(
                            RuleId.of("WSP-06"),
                            "Off in the profile legacy-wp81."
                                    + " Windows Phone 8.1 allowed to submit without the comparison."));
            assertThat(statuses(fixture)).containsExactly(WspcStatus.BASELINE, WspcStatus.NON_COMPLIANT);
        }
    }

    @Test
    void aSecondBaselineOfAVersionIsSignedWhereTheProfileOnlyWarnsOfIt() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"), ValidationProfile.LENIENT)) {
            signedImage(fixture, true, "1.0.0.0", "A");
            Submission second = signedImage(fixture, true, "1.0.0.0", "A", "B");

            assertThat(second.state()).isEqualTo(SubmissionState.SIGNED);
            assertThat(fixture.engine
                            .validationReport(
                                    EngineFixture.CONTOSO, second.ticket().id())
                            .findings())
                    .extracting(each -> each.rule() + " " + each.severity())
                    .containsExactly("WSP-31 WARN");
            assertThat(statuses(fixture)).containsExactly(WspcStatus.BASELINE, WspcStatus.BASELINE);
        }
    }

    private Submission signedImage(EngineFixture fixture, boolean baseline, String version, String... components)
            throws Exception {
        Submission submission = fixture.submitted(
                        EngineFixture.CONTOSO, new TestArchives(folder).image(baseline, version, components))
                .submission();
        fixture.queue.runAll();
        return fixture.engine.submission(
                EngineFixture.CONTOSO, submission.ticket().id());
    }

    private static List<WspcStatus> statuses(EngineFixture fixture) {
        return fixture.images.all().stream().map(BookedImage::status).toList();
    }
}

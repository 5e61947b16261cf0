package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.validation.Severity;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of who may be updated to what, cell by cell. */
class EligibilityMatrixTest {
    private final Situations given = new Situations();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # source               | target               | retail                            | trial
            BASELINE               | BASELINE             | accepted                          | accepted
            BASELINE               | LEGACY_COMPLIANT     | accepted                          | accepted
            LEGACY_COMPLIANT       | BASELINE             | accepted                          | accepted
            BASELINE               | COMPLIANT            | TargetNotBaseline: RFU-11         | accepted: RFU-13
            BASELINE               | NON_COMPLIANT        | TargetNotBaseline: RFU-11         | accepted: RFU-13
            BASELINE               | LEGACY_NON_COMPLIANT | TargetNotBaseline: RFU-11         | accepted: RFU-13
            LEGACY_COMPLIANT       | COMPLIANT            | TargetNotBaseline: RFU-11         | accepted: RFU-13
            COMPLIANT              | BASELINE             | SourceNotBaseline: RFU-12         | accepted: RFU-14
            COMPLIANT              | COMPLIANT            | TargetNotBaseline: RFU-11, RFU-12 | accepted: RFU-13, RFU-14
            COMPLIANT              | NON_COMPLIANT        | TargetNotBaseline: RFU-11, RFU-12 | accepted: RFU-13, RFU-14
            NON_COMPLIANT          | BASELINE             | SourceNotBaseline: RFU-18         | accepted: RFU-18
            NON_COMPLIANT          | COMPLIANT            | TargetNotBaseline: RFU-11, RFU-18 | accepted: RFU-13, RFU-18
            NON_COMPLIANT          | NON_COMPLIANT        | TargetNotBaseline: RFU-11, RFU-18 | accepted: RFU-13, RFU-18
            LEGACY_NON_COMPLIANT   | BASELINE             | accepted                          | accepted
            LEGACY_NON_COMPLIANT   | COMPLIANT            | TargetNotBaseline: RFU-11         | accepted: RFU-13
            LEGACY_NON_COMPLIANT   | NON_COMPLIANT        | TargetNotBaseline: RFU-11         | accepted: RFU-13
            """)
    void weighsTheStatusOfBothImages(WspcStatus source, WspcStatus target, String retail, String trial) {
        given.lowestBaseline = FirmwareVersion.parse("1.5.0.0");
        given.source = UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", source));
        given.target = UpdateImage.signed(Situations.TARGET, Situations.facts("2.0.0.0", target));

        assertThat(outcome(UpdateType.RETAIL_SERVICING)).isEqualTo(retail);
        assertThat(outcome(UpdateType.TRIAL)).isEqualTo(trial);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # source             | version | packages of it | retail                                 | trial
            BASELINE             | 2.0.0.0 | A              | VersionNotIncreasing: RFU-16           | VersionNotIncreasing: RFU-16
            BASELINE             | 2.0.0.1 | A              | VersionNotIncreasing: RFU-16           | VersionNotIncreasing: RFU-16
            BASELINE             | 1.0.0.0 | B              | ValidationFailed: RFU-15               | accepted: RFU-15
            LEGACY_NON_COMPLIANT | 1.0.0.0 | B              | SourceNotBaseline: RFU-18              | accepted: RFU-18
            LEGACY_NON_COMPLIANT | 1.5.0.0 | A              | SourceNotBaseline: RFU-18              | accepted: RFU-18
            LEGACY_NON_COMPLIANT | 1.6.0.0 | B              | SourceNotBaseline: RFU-18, RFU-18      | accepted: RFU-18, RFU-18
            LEGACY_NON_COMPLIANT | 2.0.0.0 | A              | SourceNotBaseline: RFU-18, RFU-16      | VersionNotIncreasing: RFU-16, RFU-18
            COMPLIANT            | 2.0.0.0 | B              | SourceNotBaseline: RFU-12, RFU-16      | VersionNotIncreasing: RFU-16, RFU-14
            """)
    void weighsVersionsAndPackages(WspcStatus source, String version, String packages, String retail, String trial) {
        given.lowestBaseline = FirmwareVersion.parse("1.5.0.0");
        given.source = UpdateImage.signed(Situations.SOURCE, Situations.facts(version, source, packages));
        given.target = UpdateImage.signed(Situations.TARGET, Situations.facts("2.0.0.0", WspcStatus.BASELINE, "A"));

        assertThat(outcome(UpdateType.RETAIL_SERVICING)).isEqualTo(retail);
        assertThat(outcome(UpdateType.TRIAL)).isEqualTo(trial);
    }

    @Test
    void onlyWarnsOfMissingPackagesBetweenBaselinesWhenItIsLenient() {
        given.policy = UpdatePolicy.LENIENT;
        given.source =
                UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", WspcStatus.BASELINE, "A", "B", "C"));
        given.target = UpdateImage.signed(Situations.TARGET, Situations.facts("2.0.0.0", WspcStatus.BASELINE, "a"));

        assertThat(given.verdict())
                .isEqualTo("accepted; Warn RFU-15 targetTicketId: The target TKT-SIGN-TEST-TARGET (2.0.0.0) lacks 2"
                        + " packages of the source TKT-SIGN-TEST-SOURCE (1.0.0.0): B, C.");
    }

    @Test
    void needsABaselineAboveALegacySource() {
        given.lowestBaseline = null;
        given.source =
                UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", WspcStatus.LEGACY_NON_COMPLIANT));

        assertThat(given.verdict())
                .isEqualTo(
                        "SourceNotBaseline; Block RFU-18 sourceTicketId: The source TKT-SIGN-TEST-SOURCE (1.0.0.0) is"
                                + " not compliant: There is no baseline above it.");
    }

    @Test
    void namesBothImagesWithTheirStatus() {
        given.source = UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", WspcStatus.COMPLIANT));
        given.target = UpdateImage.signed(Situations.TARGET, Situations.facts("2.0.0.0", WspcStatus.NON_COMPLIANT));

        assertThat(given.verdict())
                .isEqualTo(
                        "TargetNotBaseline; Block RFU-11 targetTicketId: The target TKT-SIGN-TEST-TARGET (2.0.0.0) is"
                                + " not compliant, not a baseline. The source TKT-SIGN-TEST-SOURCE (1.0.0.0) is compliant."
                                + " | Block RFU-12 sourceTicketId: The source TKT-SIGN-TEST-SOURCE"
                                + " (1.0.0.0) is compliant, but not a baseline.");
    }

    @Test
    void warnsOfATrialWithTheStatusOfBothImages() {
        given.order = UpdateOrder.of(Situations.TARGET, Situations.SOURCE, UpdateType.TRIAL)
                .forPhone("RM-1045", "000-DE");
        given.source = UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", WspcStatus.BASELINE));
        given.target = UpdateImage.signed(Situations.TARGET, Situations.facts("2.0.0.0", WspcStatus.COMPLIANT));

        assertThat(given.verdict())
                .isEqualTo("accepted; Warn RFU-13 targetTicketId: The target TKT-SIGN-TEST-TARGET (2.0.0.0) is"
                        + " compliant, not a baseline; it can be tried out, but not serviced. The source"
                        + " TKT-SIGN-TEST-SOURCE (1.0.0.0) is a baseline.");
    }

    private String outcome(UpdateType type) {
        given.order = UpdateOrder.of(Situations.TARGET, Situations.SOURCE, type).forPhone("RM-1045", "000-DE");
        UpdateVerdict verdict = given.judged();
        verdict.findings().forEach(CatalogueForms::assertAnnounced);
        assertThat(verdict.findings(Severity.BLOCK).isEmpty()).isEqualTo(verdict.acceptable());
        String rules =
                verdict.findings().stream().map(each -> each.rule().text()).collect(Collectors.joining(", "));
        String reason = verdict.reason() == null ? "accepted" : verdict.reason().text();
        return rules.isEmpty() ? reason : reason + ": " + rules;
    }
}

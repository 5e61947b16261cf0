package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 14: "this must be the first and new baseline submission for this POP". */
class FirstBaselineRuleTest {
    @Test
    void saysThatThereIsNothingToCompareWith() {
        JudgedImage.of("1.0.0.0", "A")
                .asBaseline()
                .after(JudgedImage.FRANCE, "AAAAA1", "1.0.0.0", "A", "B")
                .findsExactly(finding(
                        Severity.INFO,
                        "WSP-14",
                        "There is no earlier baseline for OEM Contoso, operator 000-DE, device D100; the image was"
                                + " compared with none."));
    }

    @Test
    void isSilentBesideAnyBaseline() {
        JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A").findsNothing();
        JudgedImage.of("2.0.0.0", "A").after("AAAAA3", "3.0.0.0", "A").findsNothing();
    }

    @Test
    void isSkippedWithoutAList() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .told(new Missing(true, "no route"))
                        .skipped("WSP-14"))
                .containsExactly("There is no list of baselines for OEM Contoso, operator 000-DE, device D100.");
    }
}

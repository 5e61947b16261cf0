package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 10: "There was an incorrect number of baseline submissions returned. Count: {0}". */
class BaselineCountRuleTest {
    @Test
    void refusesTwoBaselinesOfOneVersionNextToTheImage() {
        JudgedImage.of("2.0.0.0", "A")
                .after("AAAAA1", "1.0.0.0", "A")
                .after("AAAAA2", "1.0.0.0", "A")
                .findsExactly(finding(
                        Severity.BLOCK,
                        "WSP-24",
                        "There should be at most 1 baseline of the version 1.0.0.0 to compare with for OEM Contoso,"
                                + " operator 000-DE, device D100, and there are 2."));
    }

    @Test
    void acceptsBaselinesOfDifferentVersionsAndThoseOfOtherPhones() {
        JudgedImage.of("2.0.0.0", "A")
                .after("AAAAA1", "1.0.0.0", "A")
                .after("AAAAA2", "1.0.0.1", "A")
                .after(JudgedImage.FRANCE, "AAAAA3", "1.0.0.1", "A")
                .findsNothing();
    }

    @Test
    void isSkippedWithoutAList() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .told(new Missing(true, "no route"))
                        .skipped("WSP-24"))
                .containsExactly("There is no list of baselines for OEM Contoso, operator 000-DE, device D100.");
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** No document says what an equal version means; this project refuses a second baseline of it. */
class SameVersionRuleTest {
    @Test
    void refusesASecondBaselineOfTheVersion() {
        JudgedImage.of("01.00.00.00", "A")
                .asBaseline()
                .after("AAAAA1", "1.0.0.0", "A")
                .findsExactly(found(Severity.BLOCK));
    }

    @Test
    void warnsOfAnImageOfABaselinesVersion() {
        JudgedImage.of("1.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A").findsExactly(found(Severity.WARN));
    }

    @Test
    void acceptsTheVersionOfAnotherPhonesBaseline() {
        JudgedImage.of("1.0.0.1", "A")
                .asBaseline()
                .after("AAAAA1", "1.0.0.0", "A")
                .after(JudgedImage.FRANCE, "AAAAA2", "1.0.0.1", "A")
                .findsNothing();
    }

    @Test
    void isSkippedWithoutAList() {
        assertThat(JudgedImage.of("1.0.0.0", "A")
                        .told(new Missing(true, "no route"))
                        .skipped("WSP-31"))
                .containsExactly("There is no list of baselines for OEM Contoso, operator 000-DE, device D100.");
    }

    private static Finding found(Severity severity) {
        return finding(
                severity,
                "WSP-31",
                "The baseline TKT-SIGN-TEST-AAAAA1 has the image's version 1.0.0.0 already, for OEM Contoso, operator"
                        + " 000-DE, device D100.");
    }
}

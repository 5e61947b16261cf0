package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Out of order firmware submissions": with the baseline parameter "the firmware will be rejected". */
class OutOfOrderRefusalRuleTest {
    private static final String VARIANT = " Not compliant: OEM Contoso, operator 000-DE, device D100.";

    @Test
    void refusesABaselineThatFailsBothChecks() {
        JudgedImage.of("4.0.0.0", "A", "D")
                .asBaseline()
                .after("AAAAA3", "3.0.0.0", "A", "B")
                .after("AAAAA5", "5.0.0.0", "A", "B", "C")
                .findsExactly(
                        refusal("The baseline TKT-SIGN-TEST-AAAAA5 (5.0.0.0) comes after the image 4.0.0.0 and lacks 1"
                                + " package of it: Contoso.BASE.Phone.D." + VARIANT),
                        refusal("The image 4.0.0.0 lacks 1 package of the baseline TKT-SIGN-TEST-AAAAA3 (3.0.0.0):"
                                + " Contoso.BASE.Phone.B." + VARIANT));
    }

    @Test
    void acceptsABaselineThatFitsBetweenBoth() {
        JudgedImage.of("4.0.0.0", "A", "B")
                .asBaseline()
                .after("AAAAA3", "3.0.0.0", "A")
                .after("AAAAA5", "5.0.0.0", "A", "B", "C")
                .findsNothing();
    }

    private static Finding refusal(String message) {
        return finding(Severity.BLOCK, "WSP-11", message);
    }
}

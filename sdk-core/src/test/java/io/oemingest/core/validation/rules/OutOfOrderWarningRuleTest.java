package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.ALLOWED;
import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Out of order firmware submissions": "If either of the checks fail … the firmware will be accepted". */
class OutOfOrderWarningRuleTest {
    private static final String VARIANT = " Not compliant: OEM Contoso, operator 000-DE, device D100." + ALLOWED;

    @Test
    void warnsOfWhatTheBaselineBelowHasAndTheImageLacks() {
        between("A")
                .findsExactly(
                        warning("The image 4.0.0.0 lacks 1 package of the baseline TKT-SIGN-TEST-AAAAA3 (3.0.0.0):"
                                + " Contoso.BASE.Phone.B." + VARIANT));
    }

    @Test
    void warnsOfWhatTheImageHasAndTheBaselineAboveLacks() {
        between("A", "B", "D")
                .findsExactly(warning(
                        "The baseline TKT-SIGN-TEST-AAAAA5 (5.0.0.0) comes after the image 4.0.0.0 and lacks 1 package"
                                + " of it: Contoso.BASE.Phone.D." + VARIANT));
    }

    @Test
    void acceptsWhatFitsBetweenBoth() {
        between("A", "B").findsNothing();
        between("A", "B", "C").findsNothing();
    }

    @Test
    void comparesAnImageBelowAllBaselinesWithTheLowestOfThem() {
        JudgedImage.of("1.0.0.0", "A", "X")
                .after("AAAAA3", "3.0.0.0", "A")
                .findsExactly(warning(
                        "The baseline TKT-SIGN-TEST-AAAAA3 (3.0.0.0) comes after the image 1.0.0.0 and lacks 1 package"
                                + " of it: Contoso.BASE.Phone.X." + VARIANT));
    }

    /** Version 4 among the document's baselines 1, 3, 5 and 7. */
    private static JudgedImage between(String... packages) {
        return JudgedImage.of("4.0.0.0", packages)
                .after("AAAAA7", "7.0.0.0", "A", "B", "C", "D")
                .after("AAAAA1", "1.0.0.0", "A")
                .after("AAAAA5", "5.0.0.0", "A", "B", "C")
                .after("AAAAA3", "3.0.0.0", "A", "B");
    }

    private static Finding warning(String message) {
        return finding(Severity.WARN, "WSP-10", message);
    }
}

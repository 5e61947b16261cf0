package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 6: "Could not retrieve the baseline package list while running on the client." */
class NoListAtClientRuleTest {
    static final Finding FOUND = finding(
            Severity.WARN,
            "WSP-19",
            "The image was not compared, for there is no list of baselines for OEM Contoso, operator 000-DE, device"
                    + " D100: no list came.");

    @Test
    void leavesTheComparisonToTheService() {
        without(false).clientFindsExactly(FOUND);
    }

    @Test
    void isForAClientThatCouldHaveReachedTheService() {
        without(true).clientFindsExactly(NoListOnlineRuleTest.FOUND);
        without(false).serviceFindsExactly(NoListAtServiceRuleTest.FOUND);
        without(false).asPartialImage().findsNothing();
    }

    /** An image for which there is no list of baselines. */
    static JudgedImage without(boolean connection) {
        return JudgedImage.of("2.0.0.0", "A").told(new Missing(connection, "no list came"));
    }
}

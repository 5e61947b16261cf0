package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 7: "Could not retrieve the baseline package list while running on a Windows server." */
class NoListAtServiceRuleTest {
    static final Finding FOUND = finding(
            Severity.BLOCK,
            "WSP-20",
            "The service has no list of baselines for OEM Contoso, operator 000-DE, device" + " D100: no list came.");

    @Test
    void refusesWhatCannotBeCompared() {
        NoListAtClientRuleTest.without(false).serviceFindsExactly(FOUND);
        NoListAtClientRuleTest.without(true).serviceFindsExactly(FOUND);
    }

    @Test
    void isSilentBesideAList() {
        JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A").serviceFindsExactly();
    }
}

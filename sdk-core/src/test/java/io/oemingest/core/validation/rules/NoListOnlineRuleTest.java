package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 13: "Could not get baseline package lists online … because connection to server cannot be established." */
class NoListOnlineRuleTest {
    static final Finding FOUND = finding(
            Severity.WARN,
            "WSP-21",
            "The baselines for OEM Contoso, operator 000-DE, device D100 could not be fetched: no list came.");

    @Test
    void saysThatTheServiceCannotBeReached() {
        NoListAtClientRuleTest.without(true).clientFindsExactly(FOUND);
    }

    @Test
    void isSilentBesideAList() {
        JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A").clientFindsExactly();
    }
}

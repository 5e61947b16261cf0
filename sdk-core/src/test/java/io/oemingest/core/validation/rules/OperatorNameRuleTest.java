package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperatorNameRuleTest {
    private static final String PATH = "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg";

    @ParameterizedTest
    @ValueSource(strings = {"", "000FR", "000-fr", "0000-FR", "00-FR", "000-FRA", "000-F"})
    void refuses(String value) {
        customized(value)
                .findsExactly(block(
                        "STD-09",
                        Location.ofPart(PATH, "2_OEMSett.reg"),
                        "PhoneMobileOperatorName is '" + value
                                + "', it must be three capitals or digits, a hyphen and two more.",
                        "Set PhoneMobileOperatorName in the device targeting values and build the package again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"000-FR", "000-88", "ATT-US"})
    void accepts(String value) {
        customized(value).findsNothing();
    }

    @Test
    void isSkippedWithoutTargetingValues() {
        assertThat(Judged.with().skipped("STD-09"))
                .containsExactly("No package sets device targeting values, so there is no PhoneMobileOperatorName.");
    }

    @Test
    void isSkippedWhenTheValueIsNotSet() {
        Judged judged = Judged.with(TestDocuments.customizations("PhoneMobileOperatorName", null));
        assertThat(judged.skipped("STD-09"))
                .containsExactly(PATH + " (2_OEMSett.reg) sets no PhoneMobileOperatorName.");
    }

    private static Judged customized(String value) {
        return Judged.with(TestDocuments.customizations("PhoneMobileOperatorName", value));
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManufacturerNameRuleTest {
    private static final String PATH = "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg";

    @ParameterizedTest
    @ValueSource(strings = {"", "CON TOSO", "CONTOSO-1", "123456789012345678901234567890123", "CONT\u00d6SO"})
    void refuses(String value) {
        customized(value)
                .findsExactly(block(
                        "STD-07",
                        Location.ofPart(PATH, "2_OEMSett.reg"),
                        "PhoneManufacturer is '" + value + "', it must be 1 to 32 letters and digits.",
                        "Set PhoneManufacturer in the device targeting values and build the package again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONTOSO", "MicrosoftMDG", "A", "12345678901234567890123456789012"})
    void accepts(String value) {
        customized(value).findsNothing();
    }

    @Test
    void isSkippedWithoutTargetingValues() {
        assertThat(Judged.with().skipped("STD-07"))
                .containsExactly("No package sets device targeting values, so there is no PhoneManufacturer.");
    }

    @Test
    void isSkippedWhenTheValueIsNotSet() {
        Judged judged = Judged.with(TestDocuments.customizations("PhoneManufacturer", null));
        assertThat(judged.skipped("STD-07")).containsExactly(PATH + " (2_OEMSett.reg) sets no PhoneManufacturer.");
    }

    private static Judged customized(String value) {
        return Judged.with(TestDocuments.customizations("PhoneManufacturer", value));
    }
}

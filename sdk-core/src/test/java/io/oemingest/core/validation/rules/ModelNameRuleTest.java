package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelNameRuleTest {
    private static final String PATH = "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg";

    @ParameterizedTest
    @ValueSource(strings = {"", "RM 1045", "RM/1045", "123456789012345678901234567890123"})
    void refuses(String value) {
        customized(value)
                .findsExactly(block(
                        "STD-08",
                        Location.ofPart(PATH, "2_OEMSett.reg"),
                        "PhoneManufacturerModelName is '" + value
                                + "', it must be 1 to 32 letters, digits, hyphens, full stops and underscores.",
                        "Set PhoneManufacturerModelName in the device targeting values and build the package again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RM-1045_1011", "D.100", "12345678901234567890123456789012"})
    void accepts(String value) {
        customized(value).findsNothing();
    }

    @Test
    void isSkippedWithoutTargetingValues() {
        assertThat(Judged.with().skipped("STD-08"))
                .containsExactly("No package sets device targeting values, so there is no PhoneManufacturerModelName.");
    }

    @Test
    void isSkippedWhenTheValueIsNotSet() {
        Judged judged = Judged.with(TestDocuments.customizations("PhoneManufacturerModelName", null));
        assertThat(judged.skipped("STD-08"))
                .containsExactly(PATH + " (2_OEMSett.reg) sets no PhoneManufacturerModelName.");
    }

    private static Judged customized(String value) {
        return Judged.with(TestDocuments.customizations("PhoneManufacturerModelName", value));
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-06; DTI: mandatory for code signing and registration. */
class HardwareVariantRuleTest {
    @Test
    void blocksABlankVariant() {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneHardwareVariant", "  "))
                .findsExactly(finding(
                        Severity.BLOCK,
                        "DTI-06",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneHardwareVariant is empty."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"RM-1045"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneHardwareVariant", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

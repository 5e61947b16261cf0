package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-10; DTI: letters, digits, blank, full stop and comma. */
class ManufacturerDisplayNameRuleTest {
    @Test
    void warnsOfANameOfOtherCharacters() {
        Judged.bareImage(
                        TestDocuments.oemInput(),
                        TestDocuments.customizations("PhoneManufacturerDisplayName", "Contoso & Sons"))
                .findsOnTheClient(
                        finding(
                                Severity.WARN,
                                "DTI-10",
                                Location.ofPart(
                                        "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                                "PhoneManufacturerDisplayName is 'Contoso & Sons', it should be letters, digits, blanks, full stops and commas."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Contoso, Ltd.", "Čontoso 2"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneManufacturerDisplayName", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-11; DTI: at most 15 characters. */
class RadioSoftwareRevisionRuleTest {
    @Test
    void warnsOfALongRevision() {
        Judged.bareImage(
                        TestDocuments.oemInput(),
                        TestDocuments.customizations("PhoneRadioSoftwareRevision", "201c110.00039.0001"))
                .findsOnTheClient(finding(
                        Severity.WARN,
                        "DTI-11",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneRadioSoftwareRevision is '201c110.00039.0001', it should have at most 15 characters."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"201c110.00039.1"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneRadioSoftwareRevision", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

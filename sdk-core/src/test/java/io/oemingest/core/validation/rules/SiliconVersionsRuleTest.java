package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-09; DTI: silicon vendor values of four numbers. */
class SiliconVersionsRuleTest {
    @Test
    void warnsOfARevisionOfAnotherForm() {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneHardwareRevision", "B2"))
                .findsOnTheClient(finding(
                        Severity.WARN,
                        "DTI-09",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneHardwareRevision is 'B2', it should be four numbers from 0 to 65535 with dots between."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.0.0.3"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneHardwareRevision", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

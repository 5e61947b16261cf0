package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-12; DTI: links start with http://. */
class SupportLinkRuleTest {
    @Test
    void warnsOfALinkOfAnotherForm() {
        Judged.bareImage(
                        TestDocuments.oemInput(),
                        TestDocuments.customizations("PhoneSupportLink", "https://contoso.example"))
                .findsOnTheClient(finding(
                        Severity.WARN,
                        "DTI-12",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneSupportLink is 'https://contoso.example', it should begin with http://."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://contoso.example", "HTTP://contoso.example", ""})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneSupportLink", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

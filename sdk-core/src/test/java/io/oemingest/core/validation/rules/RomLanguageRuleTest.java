package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-05; DTI: four digits of a language id, such as 0409. */
class RomLanguageRuleTest {
    @Test
    void blocksALanguageThatIsNoId() {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneROMLanguage", "en-US"))
                .findsExactly(
                        finding(
                                Severity.BLOCK,
                                "DTI-05",
                                Location.ofPart(
                                        "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                                "PhoneROMLanguage is 'en-US', it must be a language id of four hexadecimal digits such as 0409."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0409", "040C", "040c"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneROMLanguage", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

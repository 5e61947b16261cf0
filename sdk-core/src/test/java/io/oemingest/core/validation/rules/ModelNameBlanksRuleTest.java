package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** DTI-08; DTI: leading or trailing blanks cause update failures. */
class ModelNameBlanksRuleTest {
    @Test
    void blocksBlanksAtTheEnds() {
        assertThat(Judged.bareImage(
                                TestDocuments.oemInput(),
                                TestDocuments.customizations("PhoneManufacturerModelName", "D100 "))
                        .report(ValidationContext.service())
                        .findings())
                .contains(finding(
                        Severity.BLOCK,
                        "DTI-08",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneManufacturerModelName begins or ends with a blank: 'D100 '."));
    }

    @Test
    void findsNothingInANameWithout() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-15; OPTF: "must not be used in retail images". */
class RetailFeaturesRuleTest {
    @Test
    void warnsOfAFeatureForTests() {
        Judged.image(TestDocuments.oemInput(
                        "<Feature>CAMERA</Feature>", "<Feature>CAMERA</Feature><Feature>SkipOobe</Feature>"))
                .findsExactly(warns("PKG-15", "OEMInput.xml", "The feature SkipOobe must not be in a retail image."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-11; OEMIN, IMGGEN: Production means production packages and signatures issued by Microsoft. */
class OemInputReleaseTypeRuleTest {
    @Test
    void warnsOfAnInputForTests() {
        Judged.image(TestDocuments.oemInput("<ReleaseType>Production", "<ReleaseType>Test"))
                .findsExactly(warns(
                        "PKG-11",
                        "OEMInput.xml",
                        "ReleaseType of the OEM input is 'Test', it is Production for a final retail image."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

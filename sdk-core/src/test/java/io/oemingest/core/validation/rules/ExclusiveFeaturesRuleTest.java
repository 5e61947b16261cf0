package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-16; FGC, OPTF: features that exclude each other. */
class ExclusiveFeaturesRuleTest {
    @Test
    void blocksTwoOfOneGroup() {
        Judged.image(TestDocuments.oemInput(
                        "<Feature>CAMERA</Feature>",
                        "<Feature>BOOTSEQUENCE_TEST</Feature><Feature>MMOSLOADER_TEST</Feature>"))
                .findsOnTheClient(blocks(
                        "PKG-16",
                        "OEMInput.xml",
                        "Zero or one of these features may be listed, and 2 are: BOOTSEQUENCE_TEST, MMOSLOADER_TEST."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

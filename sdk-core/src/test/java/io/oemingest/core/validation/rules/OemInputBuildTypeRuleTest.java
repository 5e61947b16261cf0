package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-13; OEMIN: fre or chk. */
class OemInputBuildTypeRuleTest {
    @Test
    void blocksAnUnknownBuildType() {
        Judged.image(TestDocuments.oemInput("<BuildType>fre", "<BuildType>debug"))
                .findsOnTheClient(blocks("PKG-13", "OEMInput.xml", "BuildType is 'debug', it must be fre or chk."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

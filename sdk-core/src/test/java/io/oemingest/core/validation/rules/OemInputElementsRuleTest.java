package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-12; OEMIN: the required elements. */
class OemInputElementsRuleTest {
    @Test
    void blocksAnInputThatLacksAnElement() {
        Judged.image(TestDocuments.oemInput("<SOC>QC8974</SOC>", ""))
                .findsOnTheClient(blocks("PKG-12", "OEMInput.xml", "The OEM input lacks SOC."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

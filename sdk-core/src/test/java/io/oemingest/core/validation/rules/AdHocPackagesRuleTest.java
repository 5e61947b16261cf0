package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-10; OEMIN: ad-hoc lists of packages are for images before retail only. */
class AdHocPackagesRuleTest {
    @Test
    void blocksAnInputThatListsPackages() {
        Judged.image(TestDocuments.oemInput(
                        "<Features>",
                        "<PackageFiles><PackageFile>c:\\out\\a.spkg</PackageFile></PackageFiles><Features>"))
                .findsExactly(blocks("PKG-10", "OEMInput.xml", "The OEM input lists package files: c:\\out\\a.spkg."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

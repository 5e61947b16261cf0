package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class DuplicatePackageRuleTest {
    @Test
    void refusesTheSecondPackageOfANameIgnoringCaseAndExtension() {
        Judged.with(FactsBuilder.contoso("MAINOS").extension(".SPKG"))
                .findsExactly(block(
                        "PKG-21",
                        "packages/Contoso.BASE.Phone.MAINOS.SPKG",
                        "The package has the name Contoso.BASE.Phone.MAINOS, as "
                                + "packages/Contoso.BASE.Phone.MainOS.spkg has.",
                        "Leave one of the two out of the submission."));
    }

    @Test
    void acceptsTheSamePackageInTwoLanguages() {
        Judged.with(
                        FactsBuilder.of(new PackageIdentity("Contoso", "Ui", "MainOS", "de-DE", null)),
                        FactsBuilder.of(new PackageIdentity("Contoso", "Ui", "MainOS", "en-US", null)))
                .findsNothing();
    }
}

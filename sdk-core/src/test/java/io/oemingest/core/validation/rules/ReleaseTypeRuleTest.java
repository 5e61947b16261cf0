package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class ReleaseTypeRuleTest {
    @Test
    void refusesAnUnknownReleaseType() {
        Judged.with(FactsBuilder.contoso("X").releaseType("Retail"))
                .findsExactly(block(
                        "PKG-03",
                        "packages/Contoso.BASE.Phone.X.spkg",
                        "ReleaseType is 'Retail', it must be Production or Test.",
                        "Correct ReleaseType in the package project and build the package again."));
    }

    @Test
    void acceptsProductionInAnyCase() {
        Judged.with(FactsBuilder.contoso("X").releaseType("production")).findsNothing();
    }
}

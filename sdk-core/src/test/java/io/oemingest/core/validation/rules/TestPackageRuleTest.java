package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class TestPackageRuleTest {
    @Test
    void refusesAPackageMarkedTest() {
        Judged.with(FactsBuilder.contoso("X").releaseType("test"))
                .findsExactly(block(
                        "PKG-04",
                        "packages/Contoso.BASE.Phone.X.spkg",
                        "The package is marked Test.",
                        "Build the package with the release type Production."));
    }

    @Test
    void acceptsAPackageMarkedProduction() {
        Judged.with(FactsBuilder.contoso("X")).findsNothing();
    }
}

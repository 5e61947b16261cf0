package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class ZeroVersionRuleTest {
    @Test
    void refusesTheVersionThatTheGeneratorWritesWhenNobodySetsOne() {
        Judged.with(FactsBuilder.contoso("PLAT").version("0.0.0.0"))
                .findsExactly(block(
                        "STD-02",
                        "packages/Contoso.BASE.Phone.PLAT.spkg",
                        "The package has the version 0.0.0.0.",
                        "Build the package with a version of its own."));
    }

    @Test
    void acceptsTheSmallestOtherVersion() {
        Judged.with(FactsBuilder.contoso("PLAT").version("0.0.0.1")).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class RemovalPackageRuleTest {
    private static final String MESSAGE = "The package removes another one, and removal packages are not allowed.";
    private static final String MEND = "Leave the package out of the submission.";

    @Test
    void refusesAPackageThatSaysItRemovesAnother() {
        Judged.with(FactsBuilder.contoso("PLAT").partition("PLAT").removal())
                .findsExactly(block("STD-01", "packages/Contoso.BASE.Phone.PLAT.spkg", MESSAGE, MEND));
    }

    @Test
    void refusesTheExtensionsOfRemovalPackages() {
        Judged.with(
                        FactsBuilder.contoso("A").extension(".cbsr"),
                        FactsBuilder.contoso("B").extension(".SPKR"))
                .findsExactly(
                        block("STD-01", "packages/Contoso.BASE.Phone.A.cbsr", MESSAGE, MEND),
                        block("STD-01", "packages/Contoso.BASE.Phone.B.SPKR", MESSAGE, MEND));
    }

    @Test
    void acceptsPackagesThatAddOrReplace() {
        Judged.with(FactsBuilder.contoso("PLAT")).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class UpdateOsBinaryPartitionRuleTest {
    private static final String MESSAGE = "The package for UpdateOS is flagged as a binary partition.";
    private static final String MEND =
            "Build the package from files; only partitions without a file system take binary packages.";

    @Test
    void refusesABinaryPackageWhateverTheCaseOfThePartition() {
        Judged.with(FactsBuilder.contoso("X").partition("updateos").binaryPartition())
                .findsExactly(block("STD-05", "packages/Contoso.BASE.Phone.X.spkg", MESSAGE, MEND));
    }

    @Test
    void acceptsBinaryPackagesOfPartitionsWithoutAFileSystem() {
        Judged.with(
                        FactsBuilder.contoso("X").partition("TZ").binaryPartition(),
                        FactsBuilder.contoso("Y").partition("UpdateOS"))
                .findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class EfiespBinaryPartitionRuleTest {
    private static final String MESSAGE = "The package for EFIESP is flagged as a binary partition.";
    private static final String MEND =
            "Build the package from files; only partitions without a file system take binary packages.";

    @Test
    void refusesABinaryPackageWhateverTheCaseOfThePartition() {
        Judged.with(FactsBuilder.contoso("X").partition("efiesp").binaryPartition())
                .findsExactly(block("STD-04", "packages/Contoso.BASE.Phone.X.spkg", MESSAGE, MEND));
    }

    @Test
    void acceptsBinaryPackagesOfPartitionsWithoutAFileSystem() {
        Judged.with(
                        FactsBuilder.contoso("X").partition("TZ").binaryPartition(),
                        FactsBuilder.contoso("Y").partition("EFIESP"))
                .findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

class MainOsBinaryPartitionRuleTest {
    private static final String MESSAGE = "The package for MainOS is flagged as a binary partition.";
    private static final String MEND =
            "Build the package from files; only partitions without a file system take binary packages.";

    @Test
    void refusesABinaryPackageWhateverTheCaseOfThePartition() {
        Judged.with(FactsBuilder.contoso("X").partition("mainos").binaryPartition())
                .findsExactly(block("STD-03", "packages/Contoso.BASE.Phone.X.spkg", MESSAGE, MEND));
    }

    @Test
    void acceptsBinaryPackagesOfPartitionsWithoutAFileSystem() {
        Judged.with(
                        FactsBuilder.contoso("X").partition("TZ").binaryPartition(),
                        FactsBuilder.contoso("Y").partition("MainOS"))
                .findsNothing();
    }

    @Test
    void takesAPackageWithoutPartitionForOneOfMainOs() {
        Judged.with(FactsBuilder.contoso("X").partition(null).binaryPartition())
                .findsExactly(block("STD-03", "packages/Contoso.BASE.Phone.X.spkg", MESSAGE, MEND));
    }
}

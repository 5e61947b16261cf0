package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

/** PKG-08; COMPS: one binary object and nothing else. */
class BinaryPackageContentRuleTest {
    @Test
    void blocksABinaryPackageOfSeveralFiles() {
        Judged.with(FactsBuilder.contoso("UEFI")
                        .partition("UEFI")
                        .binaryPartition()
                        .files(2)
                        .problem(PackageProblem.Kind.BINARY_PARTITION_CONTENT))
                .findsOnTheClient(blocks(
                        "PKG-08",
                        "packages/Contoso.BASE.Phone.UEFI.spkg",
                        "The binary package holds 2 files, it must hold exactly one."));
    }

    @Test
    void findsNothingInABinaryPackageOfOneFile() {
        Judged.with(FactsBuilder.contoso("UEFI").partition("UEFI").binaryPartition())
                .findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

/** PKG-07; PKGATTR, REQ: Data is formatted on reset, so updatable packages must not target it. */
class DataPartitionRuleTest {
    @Test
    void blocksAPackageForData() {
        Judged.with(FactsBuilder.contoso("Radio").partition("data"))
                .findsExactly(blocks(
                        "PKG-07",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The package is for the partition Data, which is emptied when the phone is reset."));
    }

    @Test
    void findsNothingForOtherPartitions() {
        Judged.with(FactsBuilder.contoso("Radio").partition("PLAT")).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** PRT-04; REQ, INDEX: other partitions are for the silicon vendor to say. */
class UnknownPartitionRuleTest {
    @Test
    void warnsOfAPartitionThatNobodyLists() {
        Judged.with(FactsBuilder.contoso("Radio").partition("MMOS"))
                .findsExactly(warns(
                        "PRT-04",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The partition MMOS is none of those that are known to be updatable."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mainos", "EFIESP", "UEFI", "SBL1", "SBL2", "SBL3", "RPM", "TZ", "TZAPPS", "PLAT", "WINSECAPP"})
    void findsNothingForThoseThatAreListed(String partition) {
        Judged.with(FactsBuilder.contoso("Radio").partition(partition)).findsNothing();
    }
}

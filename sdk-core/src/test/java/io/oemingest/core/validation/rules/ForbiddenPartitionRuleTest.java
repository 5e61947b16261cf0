package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PRT-02; REQ: OEMs must not update these partitions. */
class ForbiddenPartitionRuleTest {
    @Test
    void blocksAnUpdateOfUpdateOs() {
        Judged.update(List.of(updateOs("1.0.0.0", "old")), updateOs("2.0.0.0", "new"))
                .findsExactly(blocks(
                        "PRT-02",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The update brings a package for the partition UpdateOS, which OEMs must not update."));
    }

    @Test
    void findsNothingWhereTheImageHoldsOneAndTheUpdateLeavesItAlone() {
        Judged.update(List.of(updateOs("1.0.0.0", "old")), updateOs("1.0.0.0", "old"))
                .findsNothing();
        Judged.image(TestDocuments.oemInput(), updateOs("1.0.0.0", "old")).findsNothing();
    }

    private static FactsBuilder updateOs(String version, String content) {
        return FactsBuilder.contoso("Radio")
                .partition("UpdateOS")
                .version(version)
                .content(content);
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("PRT-02"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VER-04; REQ: an update has a new version. */
class FallenVersionRuleTest {
    @Test
    void blocksAVersionThatFell() {
        Judged.update(
                        List.of(FactsBuilder.contoso("Radio").version("2.0.0.0").content("old")),
                        FactsBuilder.contoso("Radio").version("1.9.9.9").content("new"))
                .findsExactly(blocks(
                        "VER-04",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The version 1.9.9.9 of Contoso.BASE.Phone.Radio is below 2.0.0.0, that of the image before."));
    }

    @Test
    void findsNothingWhereItRoseOrThePackageIsNew() {
        Judged.update(
                        List.of(FactsBuilder.contoso("Radio").version("1.9.9.9").content("old")),
                        FactsBuilder.contoso("Radio").version("2.0.0.0").content("new"),
                        FactsBuilder.contoso("Camera"))
                .findsNothing();
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("VER-04"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}

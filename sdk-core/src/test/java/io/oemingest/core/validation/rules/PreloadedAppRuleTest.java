package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PKG-20; REQ: preloaded apps are updated through the store. */
class PreloadedAppRuleTest {
    private static final String APP = "\\Programs\\a.xap";

    @Test
    void warnsOfAnAppThatTheUpdateBrings() {
        Judged.update(
                        List.of(FactsBuilder.contoso("Radio")
                                .version("1.0.0.0")
                                .content("old")
                                .app(APP)),
                        FactsBuilder.contoso("Radio").content("new").app(APP))
                .findsExactly(warns(
                        "PKG-20",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The package is a preloaded app, \\Programs\\a.xap."));
    }

    @Test
    void findsNothingWhereTheAppStays() {
        Judged.update(
                        List.of(FactsBuilder.contoso("Radio").app(APP)),
                        FactsBuilder.contoso("Radio").app(APP))
                .findsNothing();
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("PKG-20"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}

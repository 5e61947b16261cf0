package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** VER-03; REQ: a package with the same version counts as the same package. */
class UnraisedVersionRuleTest {
    @Test
    void warnsOfAChangeUnderTheSameVersion() {
        Judged judged = Judged.update(
                List.of(FactsBuilder.contoso("Radio").content("old")),
                FactsBuilder.contoso("Radio").content("new"));
        assertThat(judged.report(ValidationContext.service()).findings())
                .singleElement()
                .satisfies(found -> {
                    assertThat(found.severity()).isEqualTo(Severity.WARN);
                    assertThat(found.rule().text()).isEqualTo("VER-03");
                    assertThat(found.message())
                            .isEqualTo(
                                    "Contoso.BASE.Phone.Radio has changed, its version 1.40.55.808 is that of the image"
                                            + " before.");
                    assertThat(found.evidence()).containsOnlyKeys("content now", "content before");
                });
    }

    @Test
    void findsNothingWhereTheVersionRoseOrNothingChanged() {
        Judged.update(
                        List.of(FactsBuilder.contoso("Radio").version("1.0.0.0").content("old")),
                        FactsBuilder.contoso("Radio").content("new"))
                .findsNothing();
        Judged.update(List.of(FactsBuilder.contoso("Radio")), FactsBuilder.contoso("Radio"))
                .findsNothing();
    }

    @Test
    void cannotTellWithoutTheContent() {
        assertThat(Judged.update(
                                List.of(FactsBuilder.contoso("Radio")),
                                FactsBuilder.contoso("Radio").content(null))
                        .skipped("VER-03"))
                .containsExactly("The content of Contoso.BASE.Phone.Radio is not known on both sides.");
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("VER-03"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}

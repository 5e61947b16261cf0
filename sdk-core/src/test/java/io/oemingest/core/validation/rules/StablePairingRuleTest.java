package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.testing.TestDocuments;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DTI-13; DTI: these must never change over time for a phone that was sold. */
class StablePairingRuleTest {
    @Test
    void warnsWhenAPhoneOfTheImageBeforeIsGone() {
        Judged judged = Judged.update(List.of(TestDocuments.customizations("PhoneManufacturerModelName", "D99_ROW")));
        judged.findsExactly(
                warns("DTI-13", "packages", "The image before was for CONTOSO/D99_ROW/000-DE, this one is not."));
    }

    @Test
    void findsNothingWhereThePhonesStay() {
        Judged.update(List.of()).findsNothing();
    }

    @Test
    void cannotTellWithoutTheImageBefore() {
        assertThat(Judged.image(TestDocuments.oemInput()).skipped("DTI-13"))
                .containsExactly("The image before is not known, so there is nothing to compare with.");
    }
}

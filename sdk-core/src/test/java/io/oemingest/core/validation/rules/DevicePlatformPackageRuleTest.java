package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** PKG-17; PLATFORM, IMGGEN: every image needs one. */
class DevicePlatformPackageRuleTest {
    @Test
    void blocksAnImageWithoutPlatform() {
        Judged.bareImage(TestDocuments.oemInput(), customizationsWithoutPlatform())
                .findsOnTheClient(blocks("PKG-17", "packages", "No package sets the device platform."));
    }

    @Test
    void blocksAnImageWithTwo() {
        Judged.image(TestDocuments.oemInput(), FactsBuilder.contoso("Radio").devicePlatform())
                .findsOnTheClient(blocks(
                        "PKG-17",
                        "packages",
                        "2 packages set the device platform: Contoso.BASE.Phone.Radio,"
                                + " Contoso.DEMO_ROW.Customizations.MainOS."));
    }

    @Test
    void findsNothingInAnImageWithOneNorInAPartialOne() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
        Judged.with().findsNothing();
    }

    private static FactsBuilder customizationsWithoutPlatform() {
        return FactsBuilder.of(PackageIdentity.of("Contoso", "DEMO_ROW", "Customizations.MainOS"))
                .targeting(TestDocuments.TARGETING);
    }

    @Test
    void cannotTellWhereAPackageCannotBeLoaded() {
        Judged judged = Judged.bareImage(TestDocuments.oemInput())
                .unreadable(new UnreadableFile(Location.ofFile("packages/Contoso.X.spkg"), "ends too early"));
        assertThat(judged.report(ValidationContext.client()).findings())
                .extracting(each -> each.rule().text())
                .doesNotContain("PKG-17");
        assertThat(judged.skipped("PKG-17"))
                .containsExactly("The package that sets the device platform may be one that cannot be loaded.");
    }
}

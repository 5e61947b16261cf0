package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** INI-25; INIT: "an exception is thrown" when the targeting package of Windows Phone 8.1 is not among the inputs. */
class TargetingPackageRuleTest {
    @Test
    void blocksAnImageWithoutItsTargetingPackage() {
        Judged.bareImage(TestDocuments.oemInput(), elsewhere())
                .findsOnTheClient(blocks(
                        "INI-25",
                        "packages",
                        "No package is the targeting package of the image, <OEM>.DEMO_ROW.Customizations.MainOS."));
    }

    @Test
    void asksForNoneWithWindows10() {
        Judged.bareImage(TestDocuments.oemInput(), elsewhere())
                .product(ProductType.WINDOWS_PHONE_THRESHOLD)
                .findsNothing();
    }

    @Test
    void findsNothingInAnImageThatHasIt() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }

    /** Targeting values in a package of another name. */
    private static FactsBuilder elsewhere() {
        return FactsBuilder.contoso("Radio").targeting(TestDocuments.TARGETING).devicePlatform();
    }

    @Test
    void cannotTellWhereAPackageCannotBeLoaded() {
        Judged judged = Judged.bareImage(TestDocuments.oemInput())
                .unreadable(new UnreadableFile(Location.ofFile("packages/Contoso.X.spkg"), "ends too early"));
        assertThat(judged.report(ValidationContext.client()).findings())
                .extracting(each -> each.rule().text())
                .doesNotContain("INI-25");
        assertThat(judged.skipped("INI-25")).containsExactly("The targeting package may be one that cannot be loaded.");
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.blocks;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.TestDocuments;
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
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** MERGE, "Merging packages before imaging": packages for one language or resolution are not for retail images. */
class SuffixedMergedPackageRuleTest {
    @Test
    void refusesMergedPackagesOfOneLanguageOrResolution() {
        image("BASE.Phone", "MainOS", "de-DE", null).findsExactly(found("Contoso.BASE.Phone.MainOS_Lang_de-DE"));
        image("SOC_QC8974.Phone", "MainOS", null, "1080x1920")
                .findsExactly(found("Contoso.SOC_QC8974.Phone.MainOS_RES_1080x1920"));
    }

    @Test
    void acceptsMergedPackagesForAllAndOtherPackagesOfOneLanguage() {
        image("BASE.Phone", "MainOS", null, null).findsNothing();
        image("Keyboard", "MainOS", "de-DE", null).findsNothing();
        image("BASE.Phone", "MainOS", "de-DE", null).asPartialImage().findsNothing();
    }

    static JudgedImage image(String component, String subComponent, String culture, String resolution) {
        return JudgedImage.of("2.0.0.0")
                .with(FactsBuilder.of(new PackageIdentity("Contoso", component, subComponent, culture, resolution)))
                .after("AAAAA1", "1.0.0.0");
    }

    private static Finding found(String name) {
        return finding(
                Severity.BLOCK,
                "WSP-28",
                Location.ofFile("packages/" + name + ".spkg"),
                "The merged package " + name + " ends in the suffix of a language or a resolution, '"
                        + name.substring(name.indexOf('_', name.lastIndexOf(".MainOS"))) + "'.");
    }
}

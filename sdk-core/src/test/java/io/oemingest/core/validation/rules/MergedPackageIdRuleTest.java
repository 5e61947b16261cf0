package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;

/** MERGE: the id of a retail feature manifest is Phone or Variant; the newer WSPC prescribes no names. */
class MergedPackageIdRuleTest {
    @Test
    void warnsTheClientOfAnotherManifestId() {
        JudgedImage image = SuffixedMergedPackageRuleTest.image("BASE.Tablet", "MainOS", null, null);
        image.clientFindsExactly(finding(
                Severity.WARN,
                "WSP-29",
                Location.ofFile("packages/Contoso.BASE.Tablet.MainOS.spkg"),
                "The merged package Contoso.BASE.Tablet.MainOS is neither named Phone nor Variant."));
        image.serviceFindsExactly();
        image.asPartialImage().findsNothing();
    }

    @Test
    void acceptsPhoneAndVariantInAnyCaseAndNamesOfNoMergedPackage() {
        SuffixedMergedPackageRuleTest.image("BASE.phone", "MainOS", null, null).findsNothing();
        SuffixedMergedPackageRuleTest.image("DEVICE_D100.Variant", "PLAT", null, null)
                .findsNothing();
        SuffixedMergedPackageRuleTest.image("Camera.Tablet", "MainOS", null, null)
                .findsNothing();
    }
}

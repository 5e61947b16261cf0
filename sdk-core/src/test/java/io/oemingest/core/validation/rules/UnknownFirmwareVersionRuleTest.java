package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 9: "Could not retrieve the firmware version of the submission." */
class UnknownFirmwareVersionRuleTest {
    private static final String MESSAGE =
            "The firmware version of the image is not known, so it cannot be placed among the baselines: ";

    @Test
    void refusesAnImageThatSetsNoFirmwareVersion() {
        JudgedImage.bare("A").findsExactly(finding(Severity.BLOCK, "WSP-23", MESSAGE + "no package sets it."));
    }

    @Test
    void refusesTargetingValuesWithoutAFirmwareVersion() {
        assertThat(found(JudgedImage.bare("A").targeting("Germany", Map.of("PhoneManufacturer", "Contoso"))))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.location())
                            .isEqualTo(Location.ofPart("packages/Contoso.DEMO.Germany.spkg", "2_OEMSett.reg"));
                    assertThat(each.message())
                            .isEqualTo(MESSAGE + "the targeting values have no PhoneFirmwareRevision.");
                });
    }

    @Test
    void refusesTwoFirmwareVersionsForOnePhone() {
        JudgedImage.of("2.0.0.0", "A")
                .targeting("Again", JudgedImage.GERMANY, "2.0.0.1")
                .after("AAAAA1", "1.0.0.0", "A")
                .findsExactly(finding(
                        Severity.BLOCK,
                        "WSP-23",
                        MESSAGE + "the packages set two, 2.0.0.0 and 2.0.0.1, for OEM Contoso, operator 000-DE,"
                                + " device D100."));
    }

    @Test
    void acceptsOneVersionForEachPhoneAndLeavesItsFormToAnother() {
        assertThat(found(JudgedImage.of("2.0.0.0", "A").targeting("France", JudgedImage.FRANCE, "2.0.0.1")))
                .isEmpty();
        assertThat(found(JudgedImage.of("2.0.0.20140801", "A"))).isEmpty();
        assertThat(found(JudgedImage.bare("A").asPartialImage())).isEmpty();
    }

    @Test
    void isSkippedWhenAPackageCannotBeLoaded() {
        JudgedImage image = JudgedImage.bare("A").unreadable("packages/Contoso.DEMO.Germany.spkg", "ends too early");
        assertThat(found(image)).isEmpty();
        assertThat(image.skipped("WSP-23"))
                .containsExactly("The package that sets the firmware version may be one that cannot be loaded.");
    }

    private static List<Finding> found(JudgedImage image) {
        return image.report(ValidationContext.client()).findings().stream()
                .filter(each -> each.rule().text().equals("WSP-23"))
                .toList();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-02; CUSTOM, DTI: required variant settings. */
class MissingVariantSettingsRuleTest {
    @ParameterizedTest
    @ValueSource(strings = {"PhoneMobileOperatorName", "PhoneManufacturerModelName", "PhoneModelName"})
    void blocksAMissingSetting(String setting) {
        Finding expected = finding(
                Severity.BLOCK,
                "DTI-02",
                Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                "The device targeting values of a variant lack " + setting + ".");
        assertThat(Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations(setting, null))
                        .report(ValidationContext.client())
                        .findings())
                .contains(expected);
    }

    @Test
    void leavesItToTheClient() {
        assertThat(Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneModelName", null))
                        .report(ValidationContext.service())
                        .findings())
                .extracting(finding -> finding.rule().text())
                .doesNotContain("DTI-02");
    }

    @Test
    void findsNothingWhereAllAreSet() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }

    @Test
    void cannotTellWithoutTargetingValues() {
        assertThat(Judged.with().skipped("DTI-02")).containsExactly("No package sets device targeting values.");
    }

    @Test
    void cannotTellWhereProvisioningDataMaySetThem() {
        assertThat(Judged.bareImage(
                                TestDocuments.oemInput(),
                                TestDocuments.customizations("PhoneModelName", null)
                                        .provisioned())
                        .skipped("DTI-02"))
                .containsExactly("PhoneModelName may be set by provisioning data, which is not read.");
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.finding;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DTI-04; DTI: the zero firmware version is not allowed. */
class ZeroFirmwareRevisionRuleTest {
    @Test
    void blocksAFirmwareOfZeros() {
        Judged.bareImage(
                        TestDocuments.oemInput(),
                        TestDocuments.customizations("PhoneFirmwareRevision", "00000.00000.00000.00000"))
                .findsExactly(finding(
                        Severity.BLOCK,
                        "DTI-04",
                        Location.ofPart("packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg", "2_OEMSett.reg"),
                        "PhoneFirmwareRevision is 0.0.0.0."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.2"})
    void takesAGoodValue(String value) {
        Judged.bareImage(TestDocuments.oemInput(), TestDocuments.customizations("PhoneFirmwareRevision", value))
                .findsNothing();
    }

    @Test
    void findsNothingWhereNothingIsSet() {
        Judged.with().findsNothing();
    }
}

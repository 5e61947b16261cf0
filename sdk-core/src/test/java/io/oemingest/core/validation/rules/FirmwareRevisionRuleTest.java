package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.block;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirmwareRevisionRuleTest {
    private static final String PATH = "packages/Contoso.DEMO_ROW.Customizations.MainOS.spkg";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "1.2.3.65536",
                "0001.0040.0055.20140808",
                "1.2.3.4.5",
                "a.b.c.d",
                "",
                "1.2.3.-4",
                " 1.2.3.4"
            })
    void refuses(String value) {
        customized(value)
                .findsExactly(block(
                        "STD-06",
                        Location.ofPart(PATH, "2_OEMSett.reg"),
                        "PhoneFirmwareRevision is '" + value
                                + "', it must be four numbers from 0 to 65535 with dots between.",
                        "Set PhoneFirmwareRevision in the device targeting values and build the package again."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"02540.00019.15236.45008", "65535.0.0.1", "0.0.0.1"})
    void accepts(String value) {
        customized(value).findsNothing();
    }

    @Test
    void isSkippedWithoutTargetingValues() {
        assertThat(Judged.with().skipped("STD-06"))
                .containsExactly("No package sets device targeting values, so there is no PhoneFirmwareRevision.");
    }

    @Test
    void isSkippedWhenTheValueIsNotSet() {
        Judged judged = Judged.with(TestDocuments.customizations("PhoneFirmwareRevision", null));
        assertThat(judged.skipped("STD-06")).containsExactly(PATH + " (2_OEMSett.reg) sets no PhoneFirmwareRevision.");
    }

    private static Judged customized(String value) {
        return Judged.with(TestDocuments.customizations("PhoneFirmwareRevision", value));
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.TestDocuments;
import org.junit.jupiter.api.Test;

/** PKG-14; OEMIN: values with _Test add crash dump partitions. */
class TestSocRuleTest {
    @Test
    void warnsOfAChipsTestLayout() {
        Judged.image(TestDocuments.oemInput("<SOC>QC8974", "<SOC>QC8x26_UseSD_Test"))
                .findsExactly(warns(
                        "PKG-14",
                        "OEMInput.xml",
                        "SOC is 'QC8x26_UseSD_Test', a value for tests that adds partitions for crash dumps."));
    }

    @Test
    void findsNothingInAGoodInput() {
        Judged.image(TestDocuments.oemInput()).findsNothing();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.Judged.warns;

import io.oemingest.core.testing.FactsBuilder;
import org.junit.jupiter.api.Test;

/** PKG-19; TEST: the OEM checks that no test certificate is in the packages. */
class TestCertificatesRuleTest {
    @Test
    void warnsOfATestCertificate() {
        Judged.with(FactsBuilder.contoso("Radio").testCertificate("\\Windows\\test.cer"))
                .findsExactly(warns(
                        "PKG-19",
                        "packages/Contoso.BASE.Phone.Radio.spkg",
                        "The package holds the test certificate \\Windows\\test.cer."));
    }

    @Test
    void findsNothingWithoutOne() {
        Judged.with(FactsBuilder.contoso("Radio")).findsNothing();
    }
}

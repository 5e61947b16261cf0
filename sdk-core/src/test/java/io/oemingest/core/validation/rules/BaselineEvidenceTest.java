package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every finding about baselines tells for which phone and operator which baselines were looked at. */
class BaselineEvidenceTest {
    private static final String VARIANT = "variant=OEM Contoso, operator 000-DE, device D100";

    @Test
    void theComparisonTellsTheBaselineOnTheSideThatDoesNotFit() {
        assertThat(evidence(between("A", "C")))
                .containsExactly(told("WSP-10", "4.0.0.0", "baseline", "LOWER1 (3.0.0.0)"));
        assertThat(evidence(between("A", "B", "C", "D").asBaseline()))
                .containsExactly(told("WSP-11", "4.0.0.0", "baseline", "HIGHER (5.0.0.0)"));
        assertThat(evidence(JudgedImage.of("4.0.0.0", "A").after("LOWER1", "3.0.0.0", "A", "B")))
                .containsExactly(told("WSP-06", "4.0.0.0", "baseline", "LOWER1 (3.0.0.0)"));
    }

    @Test
    void whatContradictsItselfIsToldInFull() {
        JudgedImage image =
                JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A").after("AAAAA2", "1.0.0.0", "A");

        assertThat(evidence(image))
                .containsExactly(
                        told("WSP-24", "2.0.0.0", "baselines", "AAAAA1 (1.0.0.0), TKT-SIGN-TEST-AAAAA2 (1.0.0.0)"));
        assertThat(evidence(JudgedImage.of("1.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A")))
                .containsExactly(told("WSP-31", "1.0.0.0", "baseline", "AAAAA1 (1.0.0.0)"));
    }

    @Test
    void aListFromBeforeIsToldAsItWasUsedAndOneThatIsMissingNamesThePhone() {
        JudgedImage image = JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A");
        for (CacheReason reason : CacheReason.values()) {
            assertThat(evidence(image.told(new Cached(image.history(), reason, "no route"))))
                    .singleElement()
                    .asString()
                    .endsWith("baseline=TKT-SIGN-TEST-AAAAA1 (1.0.0.0)}");
        }
        assertThat(evidence(image.told(new Missing(true, "no route")))).containsExactly("WSP-21 {" + VARIANT + "}");
        assertThat(evidence(image.told(new Missing(false, "not asked")))).containsExactly("WSP-19 {" + VARIANT + "}");
        assertThat(evidence(JudgedImage.of("2.0.0.0", "A")))
                .containsExactly("WSP-14 {" + VARIANT + ", image version=2.0.0.0, baselines=none}");
    }

    private static JudgedImage between(String... packages) {
        return JudgedImage.of("4.0.0.0", packages)
                .after("LOWER1", "3.0.0.0", "A", "B")
                .after("HIGHER", "5.0.0.0", "A", "B", "C");
    }

    private static String told(String rule, String version, String name, String labels) {
        return rule + " {" + VARIANT + ", image version=" + version + ", " + name + "=TKT-SIGN-TEST-" + labels + "}";
    }

    private static List<String> evidence(JudgedImage image) {
        return image.report(ValidationContext.client()).findings().stream()
                .map(each -> each.rule() + " " + each.evidence())
                .toList();
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** WSPC, "Subsequent firmware submissions": baselines that are "not WSPC-compliant" are rejected. */
class MissingPackagesRefusalRuleTest {
    private static final Finding REFUSAL = finding(
            Severity.BLOCK,
            "WSP-07",
            "The image 2.0.0.0 lacks 2 packages of the baseline TKT-SIGN-TEST-AAAAA1 (1.0.0.0): Contoso.BASE.Phone.B,"
                    + " Contoso.BASE.Phone.C. Not compliant: OEM Contoso, operator 000-DE, device D100.");

    @Test
    void refusesABaselineThatLacksPackages() {
        JudgedImage.of("2.0.0.0", "A")
                .asBaseline()
                .after("AAAAA1", "1.0.0.0", "A", "B", "C")
                .findsExactly(REFUSAL);
    }

    @Test
    void refusesByACachedListTooAndTellsWhatWasCompared() {
        JudgedImage image = JudgedImage.of("2.0.0.0", "A").asBaseline().after("AAAAA1", "1.0.0.0", "A", "B", "C");
        assertThat(image.told(new Cached(image.history(), CacheReason.UNREACHABLE, "no route"))
                        .report(ValidationContext.client())
                        .findings(Severity.BLOCK))
                .containsExactly(new Finding(
                        REFUSAL.rule(),
                        REFUSAL.severity(),
                        REFUSAL.location(),
                        REFUSAL.message(),
                        REFUSAL.mend(),
                        Map.of(
                                "baseline", "TKT-SIGN-TEST-AAAAA1 (1.0.0.0)",
                                "image version", "2.0.0.0",
                                "variant", "OEM Contoso, operator 000-DE, device D100")));
    }

    @Test
    void acceptsABaselineThatKeepsEveryPackageOrAnEmptyOneOfItsName() {
        JudgedImage.of("2.0.0.0", "A", "C")
                .with(FactsBuilder.contoso("B").extension(".spkg"))
                .asBaseline()
                .after("AAAAA1", "1.0.0.0", "A", "B", "C")
                .findsNothing();
    }

    @Test
    void leavesOutOfOrderImagesToItsSister() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .asBaseline()
                        .after("AAAAA1", "1.0.0.0", "A", "B")
                        .after("AAAAA3", "3.0.0.0", "A", "B")
                        .report(ValidationContext.client())
                        .findings())
                .extracting(each -> each.rule().text())
                .containsExactly("WSP-11");
    }
}

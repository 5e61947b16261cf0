package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 15: "Could not retrieve the latest baseline package list through partner service." */
class CachedListNotGivenRuleTest {
    @Test
    void saysWhyAListFromBeforeIsUsedAndUsesIt() {
        image(CacheReason.NOT_GIVEN)
                .findsExactly(
                        finding(
                                Severity.WARN,
                                "WSP-18",
                                "The service could not give its latest baselines, a list kept from before is used for OEM Contoso, operator 000-DE, device D100: no route."));
    }

    @Test
    void isSilentForAnotherReasonAndForTheListOfNow() {
        assertThat(image(CacheReason.UNREACHABLE)
                        .report(ValidationContext.client())
                        .findings())
                .extracting(each -> each.rule().text())
                .containsExactly("WSP-16");
        JudgedImage image = image(CacheReason.NOT_GIVEN);
        image.told(new Current(image.history())).findsNothing();
        image(CacheReason.NOT_GIVEN).asPartialImage().findsNothing();
    }

    private static JudgedImage image(CacheReason reason) {
        JudgedImage image = JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A");
        return image.told(new Cached(image.history(), reason, "no route"));
    }
}

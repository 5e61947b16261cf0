package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.CacheReason;
import io.oemingest.core.baseline.BaselineAnswer.Cached;
import io.oemingest.core.baseline.BaselineAnswer.Current;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import org.junit.jupiter.api.Test;

/** WSPC, "Troubleshooting" 5: "Using a cached package list for validation because a connection to the server cannot be
 * established." */
class CachedListOfflineRuleTest {
    @Test
    void saysWhyAListFromBeforeIsUsedAndUsesIt() {
        image(CacheReason.UNREACHABLE)
                .findsExactly(
                        finding(
                                Severity.WARN,
                                "WSP-16",
                                "The service cannot be reached, a list of baselines kept from before is used for OEM Contoso, operator 000-DE, device D100: no route."));
    }

    @Test
    void isSilentForAnotherReasonAndForTheListOfNow() {
        assertThat(image(CacheReason.NO_RESULTS)
                        .report(ValidationContext.client())
                        .findings())
                .extracting(each -> each.rule().text())
                .containsExactly("WSP-17");
        JudgedImage image = image(CacheReason.UNREACHABLE);
        image.told(new Current(image.history())).findsNothing();
        image(CacheReason.UNREACHABLE).asPartialImage().findsNothing();
    }

    private static JudgedImage image(CacheReason reason) {
        JudgedImage image = JudgedImage.of("2.0.0.0", "A").after("AAAAA1", "1.0.0.0", "A");
        return image.told(new Cached(image.history(), reason, "no route"));
    }
}

package io.oemingest.core.validation.rules;

import static io.oemingest.core.validation.rules.JudgedImage.ALLOWED;
import static io.oemingest.core.validation.rules.JudgedImage.finding;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** WSPC, "Subsequent firmware submissions": "Since this is not a new baseline, the firmware submission is allowed." */
class MissingPackagesWarningRuleTest {
    private static final String VARIANT = " Not compliant: OEM Contoso, operator 000-DE, device D100.";

    @Test
    void warnsOfAPackageThatTheBaselineBeforeHas() {
        JudgedImage.of("2.0.0.0", "A")
                .after("AAAAA1", "1.0.0.0", "A", "B")
                .findsExactly(warning("The image 2.0.0.0 lacks 1 package of the baseline TKT-SIGN-TEST-AAAAA1"
                        + " (1.0.0.0): Contoso.BASE.Phone.B." + VARIANT + ALLOWED));
    }

    @Test
    void countsEveryMissingPackageAndNamesTwenty() {
        String[] names = IntStream.range(0, 23).mapToObj(i -> "P" + i).toArray(String[]::new);
        String message = JudgedImage.of("2.0.0.0")
                .after("AAAAA1", "1.0.0.0", names)
                .report(ValidationContext.client())
                .findings()
                .get(0)
                .message();
        assertThat(message)
                .startsWith("The image 2.0.0.0 lacks 23 packages of the baseline TKT-SIGN-TEST-AAAAA1 (1.0.0.0):"
                        + " Contoso.BASE.Phone.P0, ")
                .endsWith(", Contoso.BASE.Phone.P19 and 3 more." + VARIANT + ALLOWED);
    }

    @Test
    void aRenamedPackageIsOneThatIsMissing() {
        JudgedImage.of("2.0.0.0", "A", "NewB")
                .after("AAAAA1", "1.0.0.0", "A", "B")
                .findsExactly(warning("The image 2.0.0.0 lacks 1 package of the baseline TKT-SIGN-TEST-AAAAA1"
                        + " (1.0.0.0): Contoso.BASE.Phone.B." + VARIANT + ALLOWED));
    }

    @Test
    void acceptsTheSameNamesInAnyCaseVersionAndFormAndMoreOfThem() {
        JudgedImage.of("2.0.0.0", "a", "B", "C")
                .with(FactsBuilder.contoso("D").version("9.9.9.9"))
                .after("AAAAA1", "1.0.0.0", "A", "b", "D")
                .findsNothing();
    }

    @Test
    void looksAtTheNearestBaselineBelowOnly() {
        JudgedImage.of("3.0.0.0", "A", "B")
                .after("AAAAA1", "1.0.0.0", "Old")
                .after("AAAAA2", "2.0.0.0", "A", "B")
                .findsNothing();
    }

    @Test
    void judgesEachPhoneAndOperatorByItsOwnBaselines() {
        JudgedImage.of("2.0.0.0", "A")
                .targeting("France", JudgedImage.FRANCE, "2.0.0.0")
                .after("AAAAA1", "1.0.0.0", "A")
                .after(JudgedImage.FRANCE, "AAAAA2", "1.0.0.0", "A", "B")
                .findsExactly(warning("The image 2.0.0.0 lacks 1 package of the baseline TKT-SIGN-TEST-AAAAA2"
                        + " (1.0.0.0): Contoso.BASE.Phone.B. Not compliant: OEM Contoso, operator 000-FR, device"
                        + " D100." + ALLOWED));
    }

    @Test
    void doesNotCompareAPartialImage() {
        JudgedImage partial = JudgedImage.of("2.0.0.0", "A").asPartialImage().after("AAAAA1", "1.0.0.0", "A", "B");
        partial.findsNothing();
        assertThat(partial.skipped("WSP-06")).isEmpty();
    }

    @Test
    void isSkippedWhenAPackageCannotBeLoaded() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .unreadable("packages/Contoso.BASE.Phone.B.spkg", "ends too early")
                        .after("AAAAA1", "1.0.0.0", "A", "B")
                        .skipped("WSP-06"))
                .containsExactly("The package set is not known: not every package of the image can be loaded.");
    }

    @Test
    void isSkippedWhenThePhoneIsNotKnown() {
        assertThat(JudgedImage.bare("A").skipped("WSP-06"))
                .containsExactly("It is not known which phone, operator and firmware version the image is for.");
    }

    @Test
    void isSkippedForTargetingValuesThatAreNotComplete() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .targeting("France", Map.of("PhoneManufacturer", "Contoso", "PhoneFirmwareRevision", "2.0.0.0"))
                        .after("AAAAA1", "1.0.0.0", "A")
                        .skipped("WSP-06"))
                .containsExactly(
                        "packages/Contoso.DEMO.France.spkg (2_OEMSett.reg) leaves open which phone, operator or"
                                + " firmware version it is for.");
    }

    @Test
    void isSkippedWithoutAList() {
        assertThat(JudgedImage.of("2.0.0.0", "A")
                        .told(new Missing(false, "none was asked for"))
                        .skipped("WSP-06"))
                .containsExactly("There is no list of baselines for OEM Contoso, operator 000-DE, device D100.");
    }

    private static Finding warning(String message) {
        return finding(Severity.WARN, "WSP-06", message);
    }
}

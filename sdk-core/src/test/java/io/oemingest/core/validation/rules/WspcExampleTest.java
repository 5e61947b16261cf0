package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two worked examples of WSPC, submission by submission, with this project's verdict beside each. */
class WspcExampleTest {
    /** "Subsequent firmware submissions". The document leaves the verdict on v3 open: a superset is compliant. */
    @Test
    void theExampleOfOneBaselineAndThreeSubmissionsAfterIt() {
        assertThat(verdicts(
                        "v1 baseline",
                                JudgedImage.of("1.0.0.0", packages(1, 2, 3, 4)).asBaseline(),
                        "v2", afterV1("2.0.0.0", 1, 2, 3, 4),
                        "v3", afterV1("3.0.0.0", 1, 2, 3, 4, 5),
                        "v4", afterV1("4.0.0.0", 1, 2, 3, 5),
                        "v4 baseline", afterV1("4.0.0.0", 1, 2, 3, 5).asBaseline()))
                .isEqualTo("""
                        v1 baseline: acceptable, WSP-14
                        v2: acceptable
                        v3: acceptable
                        v4: acceptable, WSP-06 {baseline=TKT-SIGN-TEST-VER001 (1.0.0.0)}
                        v4 baseline: refused, WSP-07 {baseline=TKT-SIGN-TEST-VER001 (1.0.0.0)}
                        """);
    }

    /**
     * "Out of order firmware submissions": baselines 1, 3, 5 and 7, then version 4. "No removals between v3 and v5" of the
     * first check is a slip for v3 and v4.
     */
    @Test
    void theExampleOfASubmissionBetweenBaselines() {
        assertThat(verdicts(
                        "as v3", outOfOrder(1, 2),
                        "between", outOfOrder(1, 2, 3),
                        "as v5", outOfOrder(1, 2, 3, 4),
                        "less than v3", outOfOrder(1, 3),
                        "more than v5", outOfOrder(1, 2, 5),
                        "neither", outOfOrder(1, 5),
                        "neither baseline", outOfOrder(1, 5).asBaseline()))
                .isEqualTo("""
                        as v3: acceptable
                        between: acceptable
                        as v5: acceptable
                        less than v3: acceptable, WSP-10 {baseline=TKT-SIGN-TEST-VER003 (3.0.0.0)}
                        more than v5: acceptable, WSP-10 {baseline=TKT-SIGN-TEST-VER005 (5.0.0.0)}
                        neither: acceptable, WSP-10 {baseline=TKT-SIGN-TEST-VER005 (5.0.0.0)}, WSP-10 {baseline=TKT-SIGN-TEST-VER003 (3.0.0.0)}
                        neither baseline: refused, WSP-11 {baseline=TKT-SIGN-TEST-VER005 (5.0.0.0)}, WSP-11 {baseline=TKT-SIGN-TEST-VER003 (3.0.0.0)}
                        """);
    }

    private static JudgedImage afterV1(String version, int... packages) {
        return JudgedImage.of(version, packages(packages)).after("VER001", "1.0.0.0", packages(1, 2, 3, 4));
    }

    private static JudgedImage outOfOrder(int... packages) {
        return JudgedImage.of("4.0.0.0", packages(packages))
                .after("VER001", "1.0.0.0", packages(1))
                .after("VER003", "3.0.0.0", packages(1, 2))
                .after("VER005", "5.0.0.0", packages(1, 2, 3, 4))
                .after("VER007", "7.0.0.0", packages(1, 2, 3, 4, 5));
    }

    private static String[] packages(int... numbers) {
        return IntStream.of(numbers).mapToObj(each -> "Package" + each).toArray(String[]::new);
    }

    /** One line for each pair of a name and an image. */
    private static String verdicts(Object... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            ValidationReport report = ((JudgedImage) pairs[i + 1]).report(ValidationContext.client());
            List<String> rules = report.findings().stream()
                    .map(each -> each.rule() + evidence(each.evidence().get("baseline")))
                    .toList();
            text.append(pairs[i]).append(report.acceptable() ? ": acceptable" : ": refused");
            text.append(rules.stream().map(each -> ", " + each).collect(Collectors.joining()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String evidence(String baseline) {
        return baseline == null ? "" : " {baseline=" + baseline + "}";
    }
}

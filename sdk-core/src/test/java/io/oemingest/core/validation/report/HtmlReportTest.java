package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    @Test
    void saysWhatTheReportSays() {
        String html = HtmlReport.write(SampleReports.FULL);
        assertThat(html)
                .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
                .endsWith("</body>\n</html>\n")
                .contains("<h1 class=\"bad\">Not acceptable</h1>")
                .contains("2502 blocking, 1 warnings, 1 notes, 1 waived, 1 not checked. Profile: strict.")
                .contains("<h3>STD-02 Any package version equals 0.0.0.0</h3>")
                .contains("<td>update history: UpdateHistory.xml</td>")
                .contains("<p>… and 2500 more</p>")
                .contains("<td>Ada, 2026-11-25T08:00:00Z</td>")
                .contains("<td>java.lang.StackOverflowError</td>");
        assertThat(HtmlReport.write(SampleReports.EMPTY)).contains("<h1 class=\"good\">Acceptable</h1>");
    }

    @Test
    void needsNothingFromElsewhereAndRunsNothing() {
        String html = HtmlReport.write(SampleReports.FULL);
        assertThat(html)
                .doesNotContainPattern(
                        "(?i)<(script|link|img|iframe|object|embed)|https?:|@import|url\\(|\\son[a-z]+=");
    }

    @Test
    void escapesEveryText() {
        String hostile = SampleReports.HOSTILE;
        ValidationReport report = new ValidationReport(
                hostile,
                List.of(new Finding(
                        RuleId.of("AAA-01"),
                        Severity.BLOCK,
                        Location.ofPart(hostile, hostile),
                        hostile,
                        hostile,
                        Map.of(hostile, hostile))),
                List.of(),
                List.of(new SkippedRule(RuleId.of("AAA-02"), hostile)),
                List.of(new RuleFailure(RuleId.of("AAA-03"), hostile)),
                List.of());
        String html = HtmlReport.write(report);
        assertThat(html).doesNotContain("<script>", "alert('x')", "\u0000", "\u001b", "\u202e");
        long escaped = Pattern.compile("&lt;script&gt;alert\\(&#39;x&#39;\\)&lt;/script&gt; &amp; &quot;]]&gt;")
                .matcher(html)
                .results()
                .count();
        assertThat(escaped).isEqualTo(9);
    }
}

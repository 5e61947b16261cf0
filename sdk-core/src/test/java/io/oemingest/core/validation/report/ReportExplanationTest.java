package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.validation.RuleId;
import org.junit.jupiter.api.Test;

class ReportExplanationTest {
    @Test
    void saysWhatWasComparedAndWhoAsksForIt() {
        assertThat(ReportExplanation.of(SampleReports.FULL, RuleId.of("PAR-03")))
                .isEqualTo("""
                PAR-03  Contextual package does not fit the update history
                  Rule: The service validates contextual packages against the update history. What fits is not documented; this project's reading: the image holds a package of that name, for the same partition, in a version that is not higher.
                  Source: PART (service/mobile/partial-image-signing)
                  Block  packages/c.spkg
                    The package is for MainOS, the image has it in EFIESP.
                    update history: UpdateHistory.xml
                    Mend: Mend it.
                """);
    }

    @Test
    void explainsEveryRuleThatSaysAnything() {
        assertThat(ReportExplanation.of(SampleReports.FULL, null))
                .contains(
                        "AAA-01 (not of this catalogue)\n  Warn  a.xml:3:7\n    Odd.\n    Mend: Mend it.\n",
                        "  Waived by Ada (Known.)  packages/b.spkg\n    Twice.\n",
                        "  2500 more of weight Block are counted, but not listed\n",
                        "  Not checked: No fact.\n",
                        "  Broke down, so nothing is accepted: java.lang.StackOverflowError\n",
                        "    \\u001b[2J<script>");
    }

    @Test
    void saysNothingOfARuleThatSaysNothing() {
        assertThat(ReportExplanation.of(SampleReports.FULL, RuleId.of("STD-09")))
                .isEmpty();
        assertThat(ReportExplanation.of(SampleReports.EMPTY, null)).isEmpty();
    }
}

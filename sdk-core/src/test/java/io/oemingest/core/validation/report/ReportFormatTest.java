package io.oemingest.core.validation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFormatTest {
    @ParameterizedTest
    @EnumSource
    void writesTheSameReportTheSameWay(ReportFormat format) {
        assertThat(format.write(SampleReports.FULL)).isEqualTo(format.write(SampleReports.FULL));
        assertThat(ReportFormat.parseOrNull(format.text())).isSameAs(format);
    }

    @Test
    void knowsNoOtherForms() {
        assertThat(ReportFormat.parseOrNull("pdf")).isNull();
        assertThat(ReportFormat.parseOrNull(null)).isNull();
    }

    @ParameterizedTest
    @EnumSource
    void writesAHundredThousandFindings(ReportFormat format) {
        String written =
                assertTimeoutPreemptively(Duration.ofSeconds(60), () -> format.write(SampleReports.HUNDRED_THOUSAND));
        assertThat(written).contains("Message 0.", "Message 99999.");
    }
}

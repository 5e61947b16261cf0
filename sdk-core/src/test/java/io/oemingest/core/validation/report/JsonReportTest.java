package io.oemingest.core.validation.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    @Test
    void comesBackAsItWas() throws IOException {
        assertThat(read(JsonReport.write(SampleReports.FULL))).isEqualTo(SampleReports.FULL);
        assertThat(read(JsonReport.write(SampleReports.EMPTY))).isEqualTo(SampleReports.EMPTY);
    }

    @Test
    void keepsItsForm() {
        ValidationReport report = new ValidationReport(
                List.of(new Finding(
                        RuleId.of("STD-02"),
                        Severity.BLOCK,
                        Location.ofFile("packages/a.spkg"),
                        "The package has the version 0.0.0.0.",
                        "Build the package with a version of its own.",
                        Map.of("version", "0.0.0.0"))),
                List.of(new SkippedRule(RuleId.of("STD-06"), "No fact.")),
                List.of());
        assertThat(JsonReport.write(report)).isEqualTo("""
                {
                  "acceptable": false,
                  "profile": "standard",
                  "findings": [
                    {
                      "rule": "STD-02",
                      "severity": "Block",
                      "location": {
                        "file": "packages/a.spkg"
                      },
                      "message": "The package has the version 0.0.0.0.",
                      "mend": "Build the package with a version of its own.",
                      "source": "WSPC, PKGCLI",
                      "evidence": {
                        "version": "0.0.0.0"
                      }
                    }
                  ],
                  "waived": [],
                  "skipped": [
                    {
                      "rule": "STD-06",
                      "reason": "No fact."
                    }
                  ],
                  "ruleFailures": [],
                  "omitted": []
                }
                """);
    }

    @Test
    void readsTheFormOfBeforeProfilesAndWaivers() throws IOException {
        assertThat(read("{\"acceptable\":true,\"findings\":[],\"skipped\":[],\"ruleFailures\":[]}"))
                .isEqualTo(SampleReports.EMPTY);
    }

    @Test
    void namesTheFileAndThePlaceOfWhatDoesNotFit() {
        refuses("{\"acceptable\":true}", "r.json ($.findings): is missing");
        refuses("[]", "r.json ($): should be an object, is a list");
        String waived = JsonReport.write(SampleReports.FULL);
        refuses(waived.replace("\"PKG-21\"", "\"STD-01\""), "r.json ($.waived[0]): The rule STD-01 cannot be waived");
        refuses(
                waived.replace("\"Ada\"", "\"\""),
                "r.json ($.waived[0]): A waiver of PKG-21 needs a reason and a name");
        refuses(waived.replace("2500", "0"), "r.json ($.omitted[0].count): is not positive: 0");
    }

    private static void refuses(String json, String message) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static ValidationReport read(String json) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(json.getBytes(UTF_8)), "r.json", FormatLimits.defaults());
    }
}

package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.core.validation.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportCommandsTest {
    private static final ValidationReport REPORT = ValidationReport.of(List.of(new Finding(
            RuleId.of("PAR-03"),
            Severity.BLOCK,
            Location.ofFile("packages/a.spkg"),
            "The image's update history has no package A.",
            "Submit it context-free.",
            Map.of("update history", "UpdateHistory.xml"))));

    @TempDir
    Path folder;

    private Path refused;
    private Path clean;

    @BeforeEach
    void save() throws IOException {
        refused = Files.writeString(folder.resolve("refused.json"), JsonReport.write(REPORT));
        clean = Files.writeString(folder.resolve("clean.json"), JsonReport.write(ValidationReport.of(List.of())));
    }

    @Test
    void explainsASavedReport() {
        Run run = Run.of("explain", "--report", refused, "PAR-03");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .startsWith("PAR-03  Contextual package does not fit the update history\n  Rule: ")
                .endsWith("""
                          Source: PART (service/mobile/partial-image-signing)
                          Block  packages/a.spkg
                            The image's update history has no package A.
                            update history: UpdateHistory.xml
                            Mend: Submit it context-free.
                        """);
        assertThat(Run.of("explain", "--report", refused)).isEqualTo(run);
    }

    @Test
    void saysWhenThereIsNothingToExplain() {
        assertThat(Run.of("explain", "--report", refused, "STD-01").out())
                .isEqualTo("The report says nothing of STD-01.\n");
        assertThat(Run.of("explain", "--report", clean).out()).isEqualTo("The report says nothing.\n");
    }

    @Test
    void complainsAboutAFileThatIsNoReport() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{}");
        Run run = Run.of("explain", "--report", other);
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).startsWith("ingest: " + other + " ($.acceptable): is missing\n");
        assertThat(Run.of("explain", "--report", folder.resolve("none.json")).exitCode())
                .isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void convertsASavedReport(ReportFormat format) {
        Run run = Run.of("report", "convert", refused, "--format", format.text());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo(format.write(REPORT));
    }

    @Test
    void namesTheFormsThatThereAre() {
        Run run = Run.of("report", "convert", refused, "--format", "pdf");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("'pdf' is none of text, json, sarif, junit, html");
    }

    @Test
    void comparesTwoRuns() {
        Run better = Run.of("report", "compare", refused, clean);
        assertThat(better.exitCode()).isZero();
        assertThat(better.out()).startsWith("1 fixed, 0 new, 0 still there\n");
        Run worse = Run.of("report", "compare", clean, refused);
        assertThat(worse.exitCode()).isEqualTo(1);
        assertThat(worse.out()).startsWith("0 fixed, 1 new, 0 still there\n");
        assertThat(Run.of("report", "compare", refused, refused, "--json").out())
                .contains("\"stillThere\": [\n    {\n      \"rule\": \"PAR-03\"");
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.validation.report.ReportComparison;
import io.oemingest.core.validation.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest report}: other forms of a saved report, and what changed between two. */
@Command(name = "report", description = "Convert a saved report, or compare two.")
final class ReportCommand extends CommandGroup {
    @Mixin
    private final Console console = new Console();

    @Command(name = "convert", description = "Print a report that was saved as JSON in another form.")
    int convert(
            @Parameters(paramLabel = "FILE", description = "A report as JSON.") Path file,
            @Option(
                            names = "--format",
                            required = true,
                            paramLabel = "FORM",
                            converter = ReportFormatConverter.class,
                            description = "text, json, sarif, junit or html.")
                    ReportFormat format)
            throws IOException {
        console.out().print(format.write(SavedReports.read(file)));
        return ExitCode.OK;
    }

    @Command(
            name = "compare",
            description =
                    "What the second report no longer says, says newly, and still says; exit code 1 if it is new.")
    int compare(
            @Parameters(paramLabel = "FIRST", description = "The earlier report as JSON.") Path first,
            @Parameters(paramLabel = "SECOND", description = "The later report as JSON.") Path second,
            @Option(names = "--json", description = "Print the three lists as JSON.") boolean json)
            throws IOException {
        ReportComparison comparison = ReportComparison.of(SavedReports.read(first), SavedReports.read(second));
        console.out().print(json ? comparison.toJson() : comparison.toText());
        return comparison.added().isEmpty() ? ExitCode.OK : ExitCode.REFUSED;
    }
}

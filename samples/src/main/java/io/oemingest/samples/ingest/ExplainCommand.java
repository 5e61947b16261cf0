package io.oemingest.samples.ingest;

import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.report.ReportExplanation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest explain}: why a report says what it says. */
@Command(
        name = "explain",
        description =
                "Say of each finding of a saved report what was compared, which document asks for it, how to mend it.")
final class ExplainCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--report",
            required = true,
            paramLabel = "FILE",
            description = "A report as JSON, such as the .validation-report.json beside an archive.")
    private Path report = Path.of("");

    @Parameters(
            paramLabel = "RULE",
            arity = "0..1",
            converter = RuleIdConverter.class,
            description = "Only what this rule says, such as STD-01.")
    private @Nullable RuleId rule;

    @Override
    public Integer call() throws IOException {
        String text = ReportExplanation.of(SavedReports.read(report), rule);
        if (text.isEmpty()) {
            text = (rule == null ? "The report says nothing." : "The report says nothing of " + rule + ".")
                    + System.lineSeparator();
        }
        console.out().print(text);
        return ExitCode.OK;
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.IngestionException;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.prepare.JudgedSubmission;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.BothSides;
import io.oemingest.core.validation.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest validate}: what the rules say, here and at a service, before there is a submission. */
@Command(
        name = "validate",
        description = {
            "Say what every rule finds; nothing is written but the report.",
            "PATHs are:",
            "  packages, folders of packages     a context-free partial image",
            "  UpdateHistory.xml                 the image of the packages it names",
            "  UpdateHistory.xml and one folder  a partial image with its context",
            "  FFU image [UpdateHistory.xml]     its head, catalog and chunks",
            "  submission archive                what 'prepare' wrote",
            "OEMInput.xml is taken from beside the history unless --oem-input names it. With --against, the service judges"
                    + " the facts too (a dry run: no package is sent, no ticket is made), and each finding says which side"
                    + " found it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing was found of the weight of --fail-on",
            "1:something was found, or the service refused to judge",
            "2:the command line is wrong",
            "3:a path is missing, or the archive is damaged",
            "5:no usable answer from the service; the report is this machine's alone",
            "70:a fault of this program"
        })
final class ValidateCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "What is to be judged, as above.")
    private List<Path> paths = List.of();

    @Mixin
    private final ImageOptions image = new ImageOptions();

    @Mixin
    private final JudgingOptions judging = new JudgingOptions();

    @Option(
            names = "--format",
            paramLabel = "FORM",
            converter = ReportFormatConverter.class,
            description = "text (default), json, sarif, junit or html.")
    private ReportFormat format = ReportFormat.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the report there instead of printing it.")
    private @Nullable Path output;

    @Option(
            names = "--fail-on",
            paramLabel = "WEIGHT",
            converter = FailOn.Converter.class,
            description = "Exit code 1 from this weight on: error (default), warning or info.")
    private FailOn failOn = FailOn.ERROR;

    @Override
    public Integer call() throws IOException {
        ValidateInput input = ValidateInput.of(paths);
        FormatLimits limits = FormatLimits.defaults();
        try (IngestionClient client = judging.client()) {
            SubmissionPreparer preparer = new SubmissionPreparer(judging.preparer(client, console.progress()));
            Path archive = input.archive();
            if (archive == null) {
                var reader = new SubmissionContentsReader(limits, console.progress());
                return report(input.judge(preparer, reader, image), client);
            }
            try (SubmissionArchive opened = SubmissionArchive.open(archive, limits, console.progress())) {
                return report(new JudgedSubmission(opened.submission(), preparer.judge(opened.contents())), client);
            }
        }
    }

    /** Tells what is known, even where the service does not answer; the answer is the exit code. */
    private int report(JudgedSubmission judged, @Nullable IngestionClient client) throws IOException {
        ValidationReport report = judged.report();
        IngestionException trouble = null;
        if (client != null) {
            try {
                report = BothSides.of(report, client.check(judged.submission()));
            } catch (IngestionException e) {
                trouble = e;
            }
        }
        write(report);
        int complaint = trouble == null ? ExitCode.OK : console.complain(trouble);
        return failOn.fails(report) ? ExitCode.REFUSED : complaint;
    }

    private void write(ValidationReport report) throws IOException {
        if (output != null) {
            Files.writeString(output, format.write(report));
        } else if (format == ReportFormat.TEXT && console.isWatched()) {
            console.out().print(report.toColouredText());
        } else {
            console.out().print(format.write(report));
        }
    }
}

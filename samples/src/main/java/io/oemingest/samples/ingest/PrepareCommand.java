package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest prepare}: checks a submission by every rule and writes the submission archive. */
@Command(
        name = "prepare",
        description = {
            "Check a submission by every rule and write the submission archive.",
            "  Image:         --update-history FILE --oem-input FILE [--package-root THERE=HERE] [--baseline]",
            "  PartialImage:  --packages FOLDER and --update-history FILE --oem-input FILE, or --context-free",
            "  FfuCatalog:    --ffu FILE --update-history FILE --oem-input FILE"
        })
final class PrepareCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final SubmissionOptions submission = new SubmissionOptions();

    @Mixin
    private final JudgingOptions judging = new JudgingOptions();

    @Option(names = "--output", required = true, paramLabel = "PATH", description = "Archive, or an existing folder.")
    private Path output = Path.of("");

    @Option(
            names = "--sign-as",
            paramLabel = "FILE=PROFILE",
            description = {
                "Ask for a signing profile for a package, as in Contoso.Display.spkg=PPL, instead of what its test signature"
                        + " says; may be repeated.",
                "This project's own: the service decides."
            })
    private Map<String, String> signAs = new LinkedHashMap<>();

    @Override
    public Integer call() throws IOException, SubmissionRejectedException {
        try (IngestionClient client = judging.client()) {
            PreparerOptions options = judging.preparer(client, ProgressListener.NONE);
            for (Map.Entry<String, String> each : signAs.entrySet()) {
                options = options.withSignAs(each.getKey(), each.getValue());
            }
            PreparedSubmission prepared = new SubmissionPreparer(options).prepare(submission.arguments(output));
            console.err().print(prepared.report().toText());
            console.out().println(prepared.archive());
            return ExitCode.OK;
        }
    }
}

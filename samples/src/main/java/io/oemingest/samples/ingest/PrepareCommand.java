package io.oemingest.samples.ingest;

import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionArguments;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.prepare.SubmissionRejectedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest prepare}: checks a partial image by every rule and writes the submission archive. */
@Command(name = "prepare", description = "Check a partial image by every rule and write the submission archive.")
final class PrepareCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Option(
            names = "--packages",
            required = true,
            paramLabel = "FOLDER",
            description = "Folder that holds the packages.")
    private Path packages = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "PATH", description = "Archive, or an existing folder.")
    private Path output = Path.of("");

    @Option(names = "--update-history", paramLabel = "FILE", description = "UpdateHistory.xml of the packages' image.")
    private @Nullable Path updateHistory;

    @Option(names = "--oem-input", paramLabel = "FILE", description = "OEMInput.xml of the image build.")
    private @Nullable Path oemInput;

    @Option(names = "--context-free", description = "Without an image: the signers' usages decide alone.")
    private boolean contextFree;

    @Option(
            names = "--product",
            paramLabel = "NAME",
            description = "WindowsPhoneBlue (default), WindowsPhoneThreshold or WindowsIoTCoreThreshold.")
    private @Nullable String product;

    @Override
    public Integer call() throws IOException, SubmissionRejectedException {
        PreparerOptions options = PreparerOptions.of("ingest", new Version().number());
        PreparedSubmission prepared = new SubmissionPreparer(options).prepare(arguments());
        console.err().print(prepared.report().toText());
        console.out().println(prepared.archive());
        return ExitCode.OK;
    }

    private SubmissionArguments arguments() {
        return SubmissionArguments.builder()
                .type("PartialImage")
                .product(product)
                .partialDirectory(packages.toAbsolutePath())
                .output(output)
                .updateHistory(updateHistory)
                .oemInput(oemInput)
                .contextFree(contextFree)
                .build();
    }
}

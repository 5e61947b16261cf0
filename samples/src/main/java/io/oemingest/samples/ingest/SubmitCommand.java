package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest submit}: uploads a prepared archive and prints its ticket. */
@Command(name = "submit", description = "Upload a prepared submission archive and print its ticket.")
final class SubmitCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "ARCHIVE", description = "What 'prepare' wrote.")
    private Path archive = Path.of("");

    @Option(
            names = "--receipt",
            paramLabel = "FILE",
            description = "Keep there how far the upload came; the same command goes on from it.")
    private @Nullable Path receipt;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(archive)) {
            throw new NoSuchFileException(archive.toString());
        }
        try (IngestionClient client =
                service.client(new ProgressLine(console.err())).build()) {
            console.out().println(submit(client));
            return ExitCode.OK;
        }
    }

    private SubmissionTicket submit(IngestionClient client) throws IOException {
        return receipt == null
                ? client.submissions().submit(archive)
                : client.submissions().submit(archive, receipt);
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest retrieve}: downloads what was signed and verifies it before it gets its name. */
@Command(name = "retrieve", description = "Download a signed archive and verify it before it gets its name.")
final class RetrieveCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(index = "0", paramLabel = "TICKET", description = "The ticket that 'submit' printed.")
    private String ticket = "";

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            defaultValue = ".",
            description = "Where the archive goes; the current folder by default.")
    private Path folder = Path.of("");

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "PEM",
            description = "Certificates of the service's roots.")
    private Path trust = Path.of("");

    @Override
    public Integer call() throws IOException, VerificationException {
        TrustPolicy policy = TrustPolicy.emulatedRetail(
                Roots.read(trust), InstantSource.system().instant());
        try (IngestionClient client =
                service.client(new ProgressLine(console.err())).trust(policy).build()) {
            RetrievedArchive archive = client.submissions().retrieve(new SubmissionTicket(ticket), folder);
            console.out().println(archive.file());
            return ExitCode.OK;
        }
    }
}

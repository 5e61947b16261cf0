package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.SigningOutcome;
import io.oemingest.client.SubmissionStatus;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SubmissionTicket;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest status}: where a submission stands, waiting for its end if told to. */
@Command(name = "status", description = "Show where a submission stands; with --wait, wait for its end.")
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "TICKET", description = "The ticket that 'submit' printed.")
    private String ticket = "";

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = TimeSpanConverter.class,
            description = "Wait at most so long, such as PT30M.")
    private Duration wait = Duration.ZERO;

    @Override
    public Integer call() {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            SigningOutcome outcome = client.submissions().await(new SubmissionTicket(ticket), wait);
            print(outcome.status());
            if (outcome instanceof SigningOutcome.Signed) {
                return ExitCode.OK;
            }
            if (outcome instanceof SigningOutcome.Failed failed) {
                console.out()
                        .print(client.submissions()
                                .validationReport(failed.status().ticket())
                                .toText());
                return ExitCode.REFUSED;
            }
            return ExitCode.STILL_RUNNING;
        }
    }

    private void print(SubmissionStatus status) {
        console.out().println(status.ticket() + ": " + status.rawState());
        if (status.message() != null) {
            console.out().println("  " + status.message());
        }
        status.warnings().forEach(warning -> console.out().println("  warning: " + warning));
    }
}

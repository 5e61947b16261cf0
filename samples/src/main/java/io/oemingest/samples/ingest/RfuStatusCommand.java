package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.UpdateOutcome;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.report.RequestReport;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest rfu status}: where a request stands, waiting for its end or a stage if told to. */
@Command(
        name = "status",
        description = "Show where a request stands: exit code 0 at a good end, 1 at a failure, 4 on the way.")
final class RfuStatusCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(
            paramLabel = "TICKET",
            converter = UpdateWords.OfRequest.class,
            description = "The ticket that 'rfu create' or 'rfu microsoft' printed.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private RequestForUpdateTicket ticket;

    @Option(
            names = "--wait",
            paramLabel = "TIME",
            converter = TimeSpanConverter.class,
            description = "Wait at most so long, such as PT30M.")
    private Duration wait = Duration.ZERO;

    @Option(
            names = "--until",
            paramLabel = "STAGE",
            converter = UpdateWords.OfStage.class,
            description = "A stage that is as good as the end, such as Preview or Approved.")
    private UpdateStage until = UpdateStage.LIVE;

    @Option(names = "--json", description = "Print the request as a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            UpdateOutcome outcome = client.requestsForUpdate().await(ticket, until, wait);
            console.out()
                    .print(json ? RequestReport.toJson(outcome.request()) : RequestReport.toText(outcome.request()));
            return exitCode(outcome);
        }
    }

    private static int exitCode(UpdateOutcome outcome) {
        if (outcome instanceof UpdateOutcome.Reached) {
            return ExitCode.OK;
        }
        return outcome instanceof UpdateOutcome.Failed ? ExitCode.REFUSED : ExitCode.STILL_RUNNING;
    }
}

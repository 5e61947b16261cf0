package io.oemingest.samples.ingest;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.UpdateOrder;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest rfu create}: asks for an update from one signed image to another. */
@Command(name = "create", description = "Ask for an update from one signed image to another, and print its ticket.")
final class RfuCreateCommand implements Callable<Integer> {
    @Mixin
    private final RfuOrderOptions order = new RfuOrderOptions();

    @Option(
            names = "--target",
            required = true,
            paramLabel = "TICKET",
            converter = UpdateWords.OfSubmission.class,
            description = "Submission that the update leads to.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before it runs the command
    private SubmissionTicket target;

    @Option(
            names = "--source",
            paramLabel = "TICKET",
            converter = UpdateWords.OfSubmission.class,
            description = "Submission that phones have now.")
    private @Nullable SubmissionTicket source;

    @Option(
            names = "--replaces",
            paramLabel = "TICKET",
            converter = UpdateWords.OfRequest.class,
            description = "An earlier request from the same source, which is cancelled when this one is in preview.")
    private @Nullable RequestForUpdateTicket replaces;

    @Override
    public Integer call() {
        return order.create(type -> UpdateOrder.of(target, source, type), replaces);
    }
}

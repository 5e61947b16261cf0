package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestForUpdateFilter;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.update.report.RequestReport;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ingest rfu list}: the account's requests. */
@Command(name = "list", description = "One line for each request of the account, the newest first.")
final class RfuListCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--state",
            paramLabel = "NAME",
            converter = UpdateWords.OfState.class,
            description = "Only those in a state, such as InProcessOnTrack.")
    private @Nullable UpdateState state;

    @Option(
            names = "--type",
            paramLabel = "NAME",
            converter = UpdateWords.OfType.class,
            description = "Only RetailServicing, Trial or PartnerSelfHost.")
    private @Nullable UpdateType type;

    @Option(names = "--device", paramLabel = "NAME", description = "Only those for a model name.")
    private @Nullable String device;

    @Option(names = "--operator", paramLabel = "ID", description = "Only those for an operator.")
    private @Nullable String operator;

    @Option(names = "--json", description = "Print one JSON object for each request.")
    private boolean json;

    @Override
    public Integer call() {
        RequestForUpdateFilter filter = new RequestForUpdateFilter(state, type, device, operator, null, null);
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            client.requestsForUpdate().listAll(filter).forEach(this::print);
            return ExitCode.OK;
        }
    }

    private void print(RequestForUpdate request) {
        console.out().print(json ? RequestReport.toJson(request) : line(request) + System.lineSeparator());
    }

    private static String line(RequestForUpdate request) {
        return TerminalText.safe(String.format(
                Locale.ROOT,
                "%-22s  %-16s  %-18s  %s/%s",
                request.ticket(),
                request.stageWord(),
                request.typeWord(),
                Objects.requireNonNullElse(request.deviceName(), "any device"),
                Objects.requireNonNullElse(request.operatorId(), "any operator")));
    }
}

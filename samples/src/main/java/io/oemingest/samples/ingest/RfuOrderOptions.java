package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.update.report.RequestReport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What both kinds of updates are asked for with, and the asking itself. */
final class RfuOrderOptions {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--type",
            required = true,
            paramLabel = "NAME",
            converter = UpdateWords.OfType.class,
            description = "RetailServicing or Trial; PartnerSelfHost for an operating system alone.")
    private UpdateType type = UpdateType.UNRECOGNIZED;

    @Option(names = "--device", paramLabel = "NAME", description = "Model name of the phones, not the marketing name.")
    private @Nullable String device;

    @Option(names = "--operator", paramLabel = "ID", description = "Operator of the phones, such as 000-DE.")
    private @Nullable String operator;

    @Option(names = "--json", description = "Print the request as a JSON object, not the ticket alone.")
    private boolean json;

    /** Makes the request, prints its ticket or all of it, and warnings beside. */
    int create(Function<UpdateType, UpdateOrder> order, @Nullable RequestForUpdateTicket replaces) {
        UpdateOrder wanted = order.apply(type).forPhone(device, operator).replacing(replaces);
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            RequestForUpdate made = client.requestsForUpdate().create(wanted);
            made.warnings().forEach(each -> console.err().println("ingest: warning: " + each));
            console.out().print(json ? RequestReport.toJson(made) : made.ticket() + System.lineSeparator());
            return ExitCode.OK;
        }
    }
}

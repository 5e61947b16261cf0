package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestForUpdateFilter;
import io.oemingest.client.RequestsForUpdate;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.ApprovalSheet;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest rfu sheet}: the record that OEM and operator sign (rules APR-03 to APR-05). */
@Command(
        name = "sheet",
        description = "Print the approval sheets of requests: one for each kind that is approved apart, as a table for"
                + " spreadsheets; exit code 0 also if there is nothing to approve.")
final class RfuSheetCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final ServiceOptions service = new ServiceOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "TICKET",
            converter = UpdateWords.OfRequest.class,
            description = "Requests of the sheet; unless given, all that are in preview.")
    private List<RequestForUpdateTicket> tickets = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object for each sheet.")
    private boolean json;

    @Override
    public Integer call() {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            RequestsForUpdate requests = client.requestsForUpdate();
            List<RequestForUpdate> rows = tickets.isEmpty()
                    ? inPreview(requests)
                    : tickets.stream().distinct().map(requests::read).toList();
            ApprovalSheet.of(rows).forEach(this::print);
            return ExitCode.OK;
        }
    }

    private void print(ApprovalSheet sheet) {
        console.out().print(json ? sheet.toJson() : sheet.kind().text() + "\r\n" + sheet.toCsv());
    }

    private static List<RequestForUpdate> inPreview(RequestsForUpdate requests) {
        // A trial is in preview for a moment too, and nobody approves it (rule APR-06).
        return requests.listAll(RequestForUpdateFilter.all().withType(UpdateType.RETAIL_SERVICING))
                .filter(each -> each.stage() == UpdateStage.PREVIEW)
                .toList();
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RequestsForUpdate;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.report.RequestReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest rfu}: requests for update, from the first wish to the phones. */
@Command(
        name = "rfu",
        description = "Ask for updates, follow, approve and cancel them.",
        subcommands = {
            RfuCreateCommand.class,
            RfuMicrosoftCommand.class,
            RfuStatusCommand.class,
            RfuListCommand.class,
            RfuSheetCommand.class,
            RfuPlanCommand.class,
            RfuApplyCommand.class
        })
final class RfuCommand extends CommandGroup {
    private static final String JSON = "Print the request as a JSON object.";
    private static final String TICKET = "The ticket that 'rfu create' or 'rfu microsoft' printed.";

    @Mixin
    private final Console console = new Console();

    @Command(name = "approve", description = "Approve an update in preview; once both parties have, it goes live.")
    int approve(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "TICKET", converter = UpdateWords.OfRequest.class, description = TICKET)
                    RequestForUpdateTicket ticket,
            @Option(
                            names = "--party",
                            paramLabel = "NAME",
                            defaultValue = "OEM",
                            converter = UpdateWords.OfParty.class,
                            description = "For whom: OEM, unless given, or MobileOperator.")
                    ApprovalParty party,
            @Option(names = "--json", description = JSON) boolean json) {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            return print(client.requestsForUpdate().approve(ticket, party), json);
        }
    }

    @Command(name = "retry", description = "Have an update that could not be made tried again, or give it up.")
    int retry(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "TICKET", converter = UpdateWords.OfRequest.class, description = TICKET)
                    RequestForUpdateTicket ticket,
            @Option(names = "--give-up", description = "Leave it at the failure for good.") boolean giveUp,
            @Option(names = "--json", description = JSON) boolean json) {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            RequestsForUpdate requests = client.requestsForUpdate();
            return print(giveUp ? requests.giveUp(ticket) : requests.retry(ticket), json);
        }
    }

    @Command(
            name = "cancel",
            description = "Cancel a request that is not approved to ship live; prints nothing unless told, and may be"
                    + " repeated.")
    int cancel(
            @Mixin ServiceOptions service,
            @Parameters(paramLabel = "TICKET", converter = UpdateWords.OfRequest.class, description = TICKET)
                    RequestForUpdateTicket ticket,
            @Option(names = "--json", description = JSON) boolean json) {
        try (IngestionClient client = service.client(ProgressListener.NONE).build()) {
            RequestsForUpdate requests = client.requestsForUpdate();
            requests.cancel(ticket);
            return json ? print(requests.read(ticket), true) : ExitCode.OK;
        }
    }

    private int print(RequestForUpdate request, boolean json) {
        console.out().print(json ? RequestReport.toJson(request) : RequestReport.toText(request));
        return ExitCode.OK;
    }
}

package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.ServiceException;
import io.oemingest.client.UpdateOutcome;
import io.oemingest.client.UpdateOutcome.Reached;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.update.report.RequestReport;
import io.oemingest.emulator.IngestionEmulator;
import java.time.Duration;

/**
 * A newer operating system for phones of a trial, without firmware of the OEM; for phones on sale the same is refused.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.OsTrialSample}
 */
public final class OsTrialSample {
    private OsTrialSample() {}

    /** Ends with an exception, and so with a failing exit code, unless the trial gets its update and the others do not. */
    public static void main(String... args) throws Exception {
        try (IngestionEmulator emulator = IngestionEmulator.builder().start()) {
            run(emulator);
        }
    }

    static void run(IngestionEmulator emulator) {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Operating system for a trial");
        MicrosoftAkOnly system =
                MicrosoftAkOnly.parse("ARM", "WindowsPhoneThreshold", "10.0.10586.107", "10.0.14393.1066");
        try (IngestionClient client = new SampleService(emulator, narrator).client()) {
            refuse(client, order(system, UpdateType.RETAIL_SERVICING), narrator);

            RequestForUpdateTicket ticket = client.requestsForUpdate()
                    .create(order(system, UpdateType.TRIAL))
                    .ticket();
            narrator.say("request", ticket);
            // A trial needs no approval and never goes live (rule RFU-23).
            UpdateOutcome outcome = client.requestsForUpdate().await(ticket, Duration.ofMinutes(5));
            if (!(outcome instanceof Reached)) {
                throw new IllegalStateException(
                        "Not there: " + outcome.request().status());
            }
            RequestReport.toText(outcome.request()).lines().forEach(line -> narrator.say("", line));
        }
        narrator.say("result", "the trial has its update");
    }

    private static void refuse(IngestionClient client, UpdateOrder order, Narrator narrator) {
        try {
            client.requestsForUpdate().create(order);
        } catch (ServiceException e) {
            if (e.reason() == ReasonCode.OS_ONLY_RETAIL_NOT_ALLOWED) {
                narrator.say("refused", e.reasonCode());
                e.findings().forEach(each -> narrator.say("", each));
                return;
            }
            throw e;
        }
        throw new IllegalStateException("The service took a request for phones on sale");
    }

    private static UpdateOrder order(MicrosoftAkOnly system, UpdateType type) {
        return UpdateOrder.of(system, type).forPhone(ContosoPhone.MODEL, ContosoPhone.OPERATOR);
    }
}

package io.oemingest.samples;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.ServiceException;
import io.oemingest.client.UpdateOutcome;
import io.oemingest.client.UpdateOutcome.Reached;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The life of a phone's firmware: a first baseline and three updates of it, each from the image before, each approved by
 * OEM and operator; and a request that the service refuses, since it would leave the chain.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.UpdateChainSample [WORK-FOLDER]}
 */
public final class UpdateChainSample {
    /** Major and minor are those of the chip's vendor, the other two the OEM's own (rule VER-05). */
    private static final List<FirmwareVersion> RELEASES = List.of(
            SamplePackage.FIRST_VERSION,
            FirmwareVersion.parse("1040.8.15236.45009"),
            FirmwareVersion.parse("1040.8.15301.100"),
            FirmwareVersion.parse("1041.0.15301.101"));

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Narrator narrator;
    private final IngestionClient oem;
    private final IngestionClient operator;

    private UpdateChainSample(Narrator narrator, IngestionClient oem, IngestionClient operator) {
        this.narrator = narrator;
        this.oem = oem;
        this.operator = operator;
    }

    /** Ends with an exception, and so with a failing exit code, unless all updates are live and the other one is refused. */
    public static void main(String... args) throws Exception {
        Path work = SampleArguments.of("update-chain", args).workFolder();
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .account(EmulatedAccount.ofMobileOperator(ContosoPhone.OPERATOR, "token-of-operator"))
                .start()) {
            run(emulator, work);
        }
    }

    /** Needs an emulator with an account for the OEM, which is the first, and one for the operator. */
    static void run(IngestionEmulator emulator, Path work) throws Exception {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Three updates in a chain");
        List<SubmissionTicket> images = new ArrayList<>();
        for (FirmwareVersion release : RELEASES) {
            images.add(baseline(emulator, release, work.resolve(release.toString())));
            narrator.say("baseline", release + ", " + images.get(images.size() - 1));
        }
        SampleService service = new SampleService(emulator, narrator);
        try (IngestionClient oem = service.client();
                IngestionClient operator = oem.newBuilder()
                        .token(emulator.token(ContosoPhone.OPERATOR))
                        .build()) {
            UpdateChainSample sample = new UpdateChainSample(narrator, oem, operator);
            for (int i = 1; i < images.size(); i++) {
                sample.ship(images.get(i - 1), images.get(i));
            }
            sample.leaveTheChain(images.get(0), images.get(3));
        }
        narrator.testOnly();
    }

    /** An image as {@link ImageSample} submits one, without its words. */
    private static SubmissionTicket baseline(IngestionEmulator emulator, FirmwareVersion release, Path folder)
            throws Exception {
        SampleInput input = new SamplePackages(emulator::inputSigner, CabinetCompression.MSZIP)
                .writeTo(folder.resolve("input"), ContosoPhone.release(release));
        Narrator silent = new Narrator(new PrintStream(OutputStream.nullOutputStream(), true, UTF_8));
        return ImageSample.signed(emulator, input, folder, silent).ticket();
    }

    /** From the wish to the phones. */
    private void ship(SubmissionTicket source, SubmissionTicket target) {
        RequestForUpdate made = oem.requestsForUpdate().create(order(source, target));
        RequestForUpdateTicket ticket = made.ticket();
        narrator.say("request", ticket);
        made.warnings().forEach(each -> narrator.say("  warning", each));
        UpdateContent content = oem.requestsForUpdate().content(ticket);
        narrator.say(
                "brings",
                content.delivered().size() + " of " + content.packages().size() + " packages, to "
                        + content.partitions());

        // Both try it out on the preview server before they say yes.
        require(oem.requestsForUpdate().await(ticket, UpdateStage.PREVIEW, PATIENCE));
        oem.requestsForUpdate().approve(ticket, ApprovalParty.OEM);
        operator.requestsForUpdate().approve(ticket, ApprovalParty.MOBILE_OPERATOR);

        RequestForUpdate live = require(oem.requestsForUpdate().await(ticket, PATIENCE));
        narrator.say(
                "live",
                live.target().firmwareVersion() + ", approved by "
                        + live.approvals().size());
    }

    /** Phones in the field have left the first image, so that the way from it to the last goes nowhere. */
    private void leaveTheChain(SubmissionTicket first, SubmissionTicket last) {
        try {
            oem.requestsForUpdate().create(order(first, last));
        } catch (ServiceException e) {
            if (e.reason() == ReasonCode.DUPLICATE_SOURCE) {
                narrator.say("refused", e.reasonCode());
                e.findings().forEach(each -> narrator.say("", each));
                return;
            }
            throw e;
        }
        throw new IllegalStateException("The service took a request that leaves the chain");
    }

    private static UpdateOrder order(SubmissionTicket source, SubmissionTicket target) {
        return UpdateOrder.of(target, source, UpdateType.RETAIL_SERVICING)
                .forPhone(ContosoPhone.MODEL, ContosoPhone.OPERATOR);
    }

    private static RequestForUpdate require(UpdateOutcome outcome) {
        if (outcome instanceof Reached reached) {
            return reached.request();
        }
        throw new IllegalStateException("Not there: " + outcome.request().status());
    }
}

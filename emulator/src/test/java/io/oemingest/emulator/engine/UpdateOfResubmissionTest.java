package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.EngineFixture.FABRIKAM;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.UpdateImage;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that was signed when it was sent once more: it goes by the ticket of the first time. */
class UpdateOfResubmissionTest {
    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private UpdateDesk desk;
    private SubmissionTicket original;
    private SubmissionTicket resubmission;

    @BeforeEach
    void start() throws Exception {
        fixture = new EngineFixture(folder.resolve("data"));
        desk = fixture.engine.requestsForUpdate();
        byte[] archive = new TestArchives(folder).image(true, "1.0.0.0", "A");
        fixture.signer.notSigned.put("packages/Contoso.A.spkg", "there is no signature.");
        original = fixture.submitted(CONTOSO, archive).submission().ticket();
        fixture.queue.runAll();
        fixture.signer.notSigned.clear();
        resubmission = resubmitted(archive);
        fixture.queue.runAll();
        assertThat(fixture.engine.submission(CONTOSO, resubmission.id()).state())
                .isEqualTo(SubmissionState.SIGNED);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void theTicketOfTheResubmissionIsNeitherTargetNorSource() throws Exception {
        String detail = "The ticket " + resubmission + " is a resubmission. Use the original ticket " + original + ".";
        Refused.with(
                ReasonCode.RESUBMISSION_TICKET, detail, false, () -> desk.create(CONTOSO, order(resubmission, null)));
        Refused.with(
                ReasonCode.RESUBMISSION_TICKET,
                detail,
                false,
                () -> desk.create(CONTOSO, order(original, resubmission)));
        assertThat(Refused.by(() -> desk.create(FABRIKAM, order(resubmission, original)))
                        .reason())
                .isEqualTo(ReasonCode.NOT_TICKET_OWNER);
    }

    @Test
    void theOriginalTicketStandsForWhatWasSigned() {
        Refusal refusal = Refused.by(() -> desk.create(CONTOSO, order(original, original)));
        assertThat(refusal.detail()).isEqualTo("The target has the version 1.0.0.0, the source 1.0.0.0.");
    }

    @Test
    void theHistoryOfThePhoneHasTheOriginalTicketAlone() throws Exception {
        PhoneHistory history = desk.history(CONTOSO, "d100", "000-de", List.of(original));

        assertThat(history.images()).extracting(UpdateImage::ticket).containsExactly(original);
        assertThat(history.images().get(0).facts().version()).hasToString("1.0.0.0");
        assertThat(Refused.by(() -> desk.history(CONTOSO, "D100", "000-DE", List.of(resubmission)))
                        .reason())
                .isEqualTo(ReasonCode.RESUBMISSION_TICKET);
        assertThat(desk.history(FABRIKAM, "D100", "000-DE", List.of(original)))
                .isEqualTo(new PhoneHistory(
                        "D100",
                        "000-DE",
                        List.of(new UpdateImage(original, false, SubmissionType.IMAGE, false, null)),
                        List.of()));
    }

    private SubmissionTicket resubmitted(byte[] archive) throws Refusal, IOException {
        String upload = fixture.uploaded(CONTOSO, archive).id();
        return fixture.engine
                .createSubmission(CONTOSO, upload, Digest.sha256(archive).hex(), original.id())
                .submission()
                .ticket();
    }

    private static UpdateOrder order(SubmissionTicket target, SubmissionTicket source) {
        return UpdateOrder.of(target, source, UpdateType.RETAIL_SERVICING).forPhone("D100", "000-DE");
    }
}

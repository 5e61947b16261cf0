package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.EngineFixture.FABRIKAM;
import static io.oemingest.emulator.engine.EngineFixture.OPERATOR;
import static io.oemingest.emulator.engine.PhoneImages.order;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateStatus;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of requests at the service, from images that were signed here or long ago. */
class UpdateDeskTest {
    private static final UpdateType RETAIL = UpdateType.RETAIL_SERVICING;

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private UpdateDesk desk;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        desk = fixture.engine.requestsForUpdate();
        for (int version = 1; version <= 4; version++) {
            enter(CONTOSO, "IMAGE" + version, "D100", version + ".0.0.0", WspcStatus.BASELINE);
        }
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void showsANewRequestWithEverythingThatIsKnown() throws Exception {
        RequestForUpdate request = desk.create(CONTOSO, order("IMAGE1", "IMAGE2", "D100", RETAIL));

        assertThat(request.ticket().id()).isEqualTo("TKT-RFU-TEST-IMAGE2-1");
        assertThat(request.number()).isEqualTo(1);
        assertThat(request.stage()).isEqualTo(UpdateStage.ACCEPTED);
        assertThat(request.status()).isEqualTo(UpdateStatus.of(UpdateState.IN_PROCESS_ON_TRACK));
        assertThat(request.approved()).isFalse();
        assertThat(request.target().firmwareVersion()).hasToString("2.0.0.0");
        assertThat(request.source()).isNotNull();
        assertThat(request.source().ticket()).isEqualTo(PhoneImages.ticket("IMAGE1"));
        assertThat(names(request)).containsExactly("Create by Contoso");
        assertThat(request.created()).isEqualTo(SettableTime.START);
    }

    @Test
    void goesLiveWhenBothHaveApprovedItInPreview() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", RETAIL);
        assertThat(desk.find(CONTOSO, ticket).stage()).isEqualTo(UpdateStage.PREVIEW);
        RequestForUpdate once = desk.approve(OPERATOR, ticket, ApprovalParty.MOBILE_OPERATOR);
        assertThat(once.stage()).isEqualTo(UpdateStage.PREVIEW);
        assertThat(once.approved()).isFalse();
        assertThat(fixture.queue.runAll()).isZero();
        RequestForUpdate twice = desk.approve(CONTOSO, ticket, ApprovalParty.OEM);
        assertThat(twice.stage()).isEqualTo(UpdateStage.APPROVED);
        assertThat(twice.approved()).isTrue();
        fixture.queue.runAll();

        RequestForUpdate live = desk.find(CONTOSO, ticket);
        assertThat(live.stage()).isEqualTo(UpdateStage.LIVE);
        assertThat(live.status()).isEqualTo(UpdateStatus.of(UpdateState.COMPLETED_SUCCESS));
        assertThat(names(live))
                .containsExactly(
                        "Create by Contoso",
                        "Generate",
                        "Preview",
                        "ApproveAsMobileOperator by 000-DE",
                        "ApproveAsOem by Contoso",
                        "Publish");
    }

    @Test
    void givesATrialItsUpdateWithoutApprovalAndNeverShipsItLive() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", UpdateType.TRIAL);

        assertThat(desk.find(CONTOSO, ticket).stage()).isEqualTo(UpdateStage.TRIAL_PUBLISHED);
        assertThat(Refused.by(() -> desk.approve(CONTOSO, ticket, ApprovalParty.OEM))
                        .detail())
                .isEqualTo("The request TKT-RFU-TEST-IMAGE2-1 cannot be approved: It is of the type Trial, which is not"
                        + " approved and never goes live.");
    }

    @Test
    void continuesTheChainAndRefusesAFork() throws Exception {
        create("IMAGE1", "IMAGE2", RETAIL);
        create("IMAGE2", "IMAGE3", RETAIL);

        Refusal fork = Refused.by(() -> desk.create(CONTOSO, order("IMAGE2", "IMAGE4", "d100", RETAIL)));
        assertThat(fork.reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
        assertThat(fork.detail())
                .isEqualTo("Another request, TKT-RFU-TEST-IMAGE3-1, starts from the same source. That is the first of 2"
                        + " findings.");
        assertThat(fork.findings())
                .extracting(Finding::rule)
                .extracting(Object::toString)
                .containsExactly("RFU-21", "RFU-20");
        assertThat(create("IMAGE3", "IMAGE4", RETAIL)).isEqualTo("TKT-RFU-TEST-IMAGE4-1");
    }

    @Test
    void countsTheRequestsForOneSubmission() throws Exception {
        desk.cancel(CONTOSO, create("IMAGE1", "IMAGE2", RETAIL));
        assertThat(create("IMAGE1", "IMAGE2", RETAIL)).isEqualTo("TKT-RFU-TEST-IMAGE2-2");
        assertThat(desk.find(CONTOSO, "TKT-SIGN-TEST-IMAGE2-2").number()).isEqualTo(2);
    }

    @Test
    void givesAnOperatingSystemAloneATicketOfItsOwn() throws Exception {
        MicrosoftAkOnly system = MicrosoftAkOnly.parse("ARM", "WindowsPhoneBlue", "8.10.12349.825", "8.10.14234.375");
        RequestForUpdate request =
                desk.create(CONTOSO, UpdateOrder.of(system, RETAIL).forPhone("D100", "000-DE"));
        fixture.queue.runAll();

        assertThat(request.ticket().isWellFormed()).isTrue();
        assertThat(request.target().ticket()).isNull();
        assertThat(request.target().osVersion()).hasToString("8.10.14234.375");
        assertThat(desk.find(CONTOSO, request.ticket().id()).stage()).isEqualTo(UpdateStage.PREVIEW);
    }

    @Test
    void tellsWhatAnUpdateBringsToThoseWhoMaySeeIt() throws Exception {
        TestArchives archives = new TestArchives(folder);
        SubmissionTicket from = signed(archives.image(true, "5.0.0.0", "A"));
        SubmissionTicket to = signed(archives.image(true, "6.0.0.0", "A", "B"));
        String ticket = desk.create(CONTOSO, UpdateOrder.of(to, from, RETAIL).forPhone("D100", "000-DE"))
                .ticket()
                .id();

        assertThat(desk.content(CONTOSO, ticket).packages())
                .extracting(each -> each.name() + " " + each.change().text() + " " + each.before() + " " + each.now())
                .containsExactly(
                        "Contoso.A Updated 5.0.0.0 6.0.0.0",
                        "Contoso.B Added null 6.0.0.0",
                        "Contoso.DEMO.Customizations.MainOS Updated 5.0.0.0 6.0.0.0");
        assertThat(desk.content(OPERATOR, ticket)).isEqualTo(desk.content(CONTOSO, ticket));
        assertThat(Refused.by(() -> desk.content(FABRIKAM, ticket)).reason()).isEqualTo(ReasonCode.NOT_TICKET_OWNER);
        String ofNames = create("IMAGE1", "IMAGE2", UpdateType.TRIAL);
        Refused.with(
                ReasonCode.INVALID_STATE,
                "What the request " + ofNames
                        + " brings is not known: that takes two images, both of which the service has read.",
                false,
                () -> desk.content(CONTOSO, ofNames));
    }

    @Test
    void failsWhereAnUpdateWouldBringNothingAndCanBeTriedAgainOrGivenUp() throws Exception {
        TestArchives archives = new TestArchives(folder);
        FirmwareVersion same = FirmwareVersion.parse("1.0.0.0");
        SubmissionTicket from = signed(archives.image(same, true, "5.0.0.0", "A"));
        SubmissionTicket to = signed(archives.image(same, true, "6.0.0.0", "A"));
        String ticket = desk.create(CONTOSO, UpdateOrder.of(to, from, RETAIL).forPhone("D100", "000-DE"))
                .ticket()
                .id();
        fixture.queue.runAll();

        assertThat(desk.find(CONTOSO, ticket).status())
                .isEqualTo(UpdateStatus.of(
                        UpdateState.IN_PROCESS_FAILURE,
                        UpdateError.GENERATION_FAILED,
                        "RFU-22 packages: The update would bring nothing: no package is new, and no version has risen."
                                + " Mend: Raise the version of the package."));
        assertThat(desk.retry(CONTOSO, ticket).status()).isEqualTo(UpdateStatus.of(UpdateState.IN_PROCESS_ON_TRACK));
        fixture.queue.runAll();
        assertThat(desk.giveUp(CONTOSO, ticket).status().state()).isEqualTo(UpdateState.COMPLETED_FAILURE);
        assertThat(desk.find(CONTOSO, ticket).status().errorCode()).isEqualTo(1002);
        Refused.with(
                ReasonCode.INVALID_STATE,
                "The request " + ticket + " cannot be tried again: It is in the stage GivenUp.",
                false,
                () -> desk.retry(CONTOSO, ticket));
    }

    @Test
    void warnsOfPackagesThatPhonesDoNotGet() throws Exception {
        TestArchives archives = new TestArchives(folder);
        FirmwareVersion same = FirmwareVersion.parse("1.0.0.0");
        SubmissionTicket from = signed(archives.image(same, true, "5.0.0.0", "A"));
        SubmissionTicket to = signed(archives.image(same, true, "6.0.0.0", "A", "B"));
        String ticket = desk.create(CONTOSO, UpdateOrder.of(to, from, RETAIL).forPhone("D100", "000-DE"))
                .ticket()
                .id();
        fixture.queue.runAll();

        RequestForUpdate previewed = desk.find(CONTOSO, ticket);
        assertThat(previewed.stage()).isEqualTo(UpdateStage.PREVIEW);
        assertThat(previewed.warnings())
                .extracting(Finding::message)
                .containsExactly("Contoso.DEMO.Customizations.MainOS has changed, its version 1.0.0.0 has not risen.");
    }

    @Test
    void replacesAnEarlierRequestAsSoonAsTheNewerOneIsInPreview() throws Exception {
        String older = create("IMAGE1", "IMAGE2", RETAIL);
        RequestForUpdate newer = desk.create(
                CONTOSO, order("IMAGE1", "IMAGE3", "D100", RETAIL).replacing(new RequestForUpdateTicket(older)));
        assertThat(desk.find(CONTOSO, older).stage()).isEqualTo(UpdateStage.PREVIEW);
        fixture.queue.runAll();

        RequestForUpdate replaced = desk.find(CONTOSO, older);
        assertThat(replaced.stage()).isEqualTo(UpdateStage.CANCELLED);
        assertThat(replaced.status().errorCode()).isEqualTo(1004);
        assertThat(replaced.cancellation())
                .isEqualTo(new UpdateCancellation(UpdateError.REPLACED, SettableTime.START, newer.ticket(), null));
        assertThat(desk.find(CONTOSO, newer.ticket().id()).stage()).isEqualTo(UpdateStage.PREVIEW);
    }

    @Test
    void leavesAnEarlierRequestAloneThatWasApprovedMeanwhile() throws Exception {
        String older = create("IMAGE1", "IMAGE2", RETAIL);
        desk.create(CONTOSO, order("IMAGE1", "IMAGE3", "D100", RETAIL).replacing(new RequestForUpdateTicket(older)));
        desk.approve(CONTOSO, older, ApprovalParty.OEM);
        desk.approve(OPERATOR, older, ApprovalParty.MOBILE_OPERATOR);
        fixture.queue.runAll();

        assertThat(desk.find(CONTOSO, older).stage()).isEqualTo(UpdateStage.LIVE);
    }

    @Test
    void cancelsOnceAndForGood() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", RETAIL);
        desk.cancel(OPERATOR, ticket);
        fixture.time.pass(Duration.ofHours(1));
        RequestForUpdate again = desk.cancel(CONTOSO, ticket);

        assertThat(again.status())
                .isEqualTo(UpdateStatus.of(UpdateState.COMPLETED_FAILURE, UpdateError.CANCELLED, null));
        assertThat(again.cancellation())
                .isEqualTo(new UpdateCancellation(UpdateError.CANCELLED, SettableTime.START, null, null));
        assertThat(names(again)).endsWith("Cancel by 000-DE");
    }

    @Test
    void cancelsBeforeGenerationToo() throws Exception {
        String ticket = desk.create(CONTOSO, order("IMAGE1", "IMAGE2", "D100", RETAIL))
                .ticket()
                .id();
        desk.cancel(CONTOSO, ticket);
        fixture.queue.runAll();
        assertThat(names(desk.find(CONTOSO, ticket))).containsExactly("Create by Contoso", "Cancel by Contoso");
    }

    @Test
    void leavesWhatIsLiveToTheOperatorsOfTheService() throws Exception {
        String ticket = live("IMAGE1", "IMAGE2");
        Refusal refused = Refused.by(() -> desk.cancel(CONTOSO, ticket));
        assertThat(refused.reason()).isEqualTo(ReasonCode.ALREADY_LIVE);
        assertThat(refused.detail())
                .isEqualTo("The request TKT-RFU-TEST-IMAGE2-1 cannot be cancelled: It has been approved to ship live.");
        desk.withdraw(new RequestForUpdateTicket(ticket), "It drains the battery.");

        assertThat(desk.find(CONTOSO, ticket).status())
                .isEqualTo(UpdateStatus.of(
                        UpdateState.COMPLETED_FAILURE, UpdateError.WITHDRAWN, "It drains the battery."));
        assertThatThrownBy(() -> desk.withdraw(new RequestForUpdateTicket(ticket), "Again."))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The request TKT-RFU-TEST-IMAGE2-1 cannot be withdrawn: It is in the stage Withdrawn.");
    }

    @Test
    void saysSoWhenAStatusCannotBeRetrievedAndTellsItTheNextTime() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", RETAIL);
        desk.failStatus(new RequestForUpdateTicket(ticket), 2);

        for (int i = 0; i < 2; i++) {
            assertThat(desk.find(CONTOSO, ticket).status())
                    .isEqualTo(UpdateStatus.of(
                            UpdateState.FAILED_TO_RETRIEVE_STATUS, UpdateError.STATUS_UNAVAILABLE, null));
        }
        assertThat(desk.find(CONTOSO, ticket).status().state()).isEqualTo(UpdateState.IN_PROCESS_ON_TRACK);
    }

    @Test
    void letsEachPartyApproveForItselfOnly() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", RETAIL);
        Refused.with(
                ReasonCode.PERMISSION_DENIED,
                "This account does not approve the request TKT-RFU-TEST-IMAGE2-1 as MobileOperator.",
                false,
                () -> desk.approve(CONTOSO, ticket, ApprovalParty.MOBILE_OPERATOR));
        assertThat(Refused.by(() -> desk.approve(OPERATOR, ticket, ApprovalParty.OEM))
                        .reason())
                .isEqualTo(ReasonCode.PERMISSION_DENIED);
        assertThat(Refused.by(() -> desk.retry(OPERATOR, ticket)).reason()).isEqualTo(ReasonCode.NOT_TICKET_OWNER);
    }

    @Test
    void hidesRequestsFromOthers() throws Exception {
        String ticket = create("IMAGE1", "IMAGE2", RETAIL);
        Refused.with(
                ReasonCode.NOT_TICKET_OWNER,
                "The ticket TKT-RFU-TEST-IMAGE2-1 belongs to another account.",
                false,
                () -> desk.find(FABRIKAM, ticket));
        assertThat(desk.list(FABRIKAM, UpdateQuery.all()).items()).isEmpty();
        assertThat(Refused.by(() -> desk.create(FABRIKAM, order("IMAGE2", "IMAGE3", "D100", RETAIL)))
                        .reason())
                .isEqualTo(ReasonCode.NOT_TICKET_OWNER);
        Refused.with(
                ReasonCode.TICKET_DOES_NOT_EXIST,
                "There is no ticket 'bad_ticket_number'.",
                false,
                () -> desk.find(CONTOSO, "bad_ticket_number"));
        assertThat(Refused.by(() -> desk.find(CONTOSO, " ")).reason()).isEqualTo(ReasonCode.INVALID_REQUEST);
    }

    @Test
    void listsTheNewestFirstPageByPageForOemAndOperator() throws Exception {
        for (int i = 1; i <= 3; i++) {
            create("IMAGE" + i, "IMAGE" + (i + 1), RETAIL);
        }
        UpdateQuery two = new UpdateQuery(null, null, "d100", null, null, 2);
        Page<RequestForUpdate> first = desk.list(OPERATOR, two);
        assertThat(first.items()).extracting(RequestForUpdate::number).containsExactly(3L, 2L);
        assertThat(first.nextCursor()).isEqualTo("2");
        Page<RequestForUpdate> last = desk.list(CONTOSO, new UpdateQuery(null, null, null, null, "2", 2));
        assertThat(last.items()).extracting(RequestForUpdate::number).containsExactly(1L);
        assertThat(last.nextCursor()).isNull();
        assertThat(desk.list(CONTOSO, new UpdateQuery(UpdateState.COMPLETED_SUCCESS, null, null, null, null, 50))
                        .items())
                .isEmpty();
        assertThat(desk.list(CONTOSO, new UpdateQuery(null, UpdateType.TRIAL, null, null, null, 50))
                        .items())
                .isEmpty();
        assertThat(Refused.by(() -> desk.list(CONTOSO, new UpdateQuery(null, null, null, null, "x", 50)))
                        .detail())
                .isEqualTo("The cursor 'x' is not one of this service.");
    }

    @Test
    void answersWhoeverWaitsAsSoonAsSomethingHappens() throws Exception {
        RequestForUpdate request = desk.create(CONTOSO, order("IMAGE1", "IMAGE2", "D100", RETAIL));
        Thread work = new Thread(fixture.queue::runAll);
        work.start();
        RequestForUpdate changed = desk.awaitChange(CONTOSO, request.ticket().id(), 1, Duration.ofSeconds(30));
        work.join();
        assertThat(changed.operations()).hasSizeGreaterThan(1);
    }

    private String create(String source, String target, UpdateType type) throws Refusal {
        String ticket = desk.create(CONTOSO, order(source, target, "D100", type))
                .ticket()
                .id();
        fixture.queue.runAll();
        return ticket;
    }

    private String live(String source, String target) throws Refusal {
        String ticket = create(source, target, RETAIL);
        desk.approve(CONTOSO, ticket, ApprovalParty.OEM);
        desk.approve(OPERATOR, ticket, ApprovalParty.MOBILE_OPERATOR);
        fixture.queue.runAll();
        return ticket;
    }

    private SubmissionTicket signed(byte[] archive) throws Exception {
        SubmissionTicket ticket =
                fixture.submitted(CONTOSO, archive).submission().ticket();
        fixture.queue.runAll();
        assertThat(fixture.engine.submission(CONTOSO, ticket.id()).state()).isEqualTo(SubmissionState.SIGNED);
        return ticket;
    }

    private void enter(Account owner, String code, String device, String version, WspcStatus status) {
        fixture.engine.enterImage(PhoneImages.image(owner, code, device, version, status));
    }

    private static List<String> names(RequestForUpdate request) {
        return request.operations().stream()
                .map(each -> each.name() + (each.by() == null ? "" : " by " + each.by()))
                .toList();
    }
}

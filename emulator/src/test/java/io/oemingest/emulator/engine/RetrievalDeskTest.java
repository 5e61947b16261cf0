package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SignedArchive;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetrievalDeskTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;
    private static final SubmissionTicket TICKET = new SubmissionTicket("TKT-SIGN-TEST-TEST01");
    private static final SubmissionTicket SECOND = new SubmissionTicket("TKT-SIGN-TEST-TEST02");
    private static final String DISPLAY = "packages/Contoso.Display.spkg";

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private IngestionEngine engine;
    private TestArchives archives;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        engine = fixture.engine;
        archives = new TestArchives(folder);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void refusesABlankTicketAsAnArgument(String ticket) {
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The ticket is missing or blank (rule GET-01).",
                false,
                () -> engine.signedArchive(CONTOSO, ticket));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TKT-SIGN-TEST-ZZZZZZ", "bad_ticket_number", "../../etc/passwd"})
    void doesNotKnowUnknownAndMalformedTicketsAlike(String ticket) {
        Refused.with(
                ReasonCode.TICKET_DOES_NOT_EXIST,
                "There is no ticket '" + ticket + "'.",
                false,
                () -> engine.signedArchive(CONTOSO, ticket));
        Refused.with(
                ReasonCode.TICKET_DOES_NOT_EXIST,
                "There is no ticket '" + ticket + "'.",
                false,
                () -> engine.submission(CONTOSO, ticket));
    }

    @Test
    void refusesEverybodyButTheOwner() throws Exception {
        submit();
        String detail = "The ticket TKT-SIGN-TEST-TEST01 belongs to another account.";
        Account other = EngineFixture.FABRIKAM;
        Refused.with(ReasonCode.NOT_TICKET_OWNER, detail, false, () -> engine.submission(other, TICKET.id()));
        Refused.with(ReasonCode.NOT_TICKET_OWNER, detail, false, () -> engine.signedArchive(other, TICKET.id()));
        Refused.with(ReasonCode.NOT_TICKET_OWNER, detail, false, () -> engine.validationReport(other, TICKET.id()));
        assertThat(Refused.by(() -> engine.submission(other, TICKET.id())).ticketId())
                .isEqualTo(TICKET.id());
        assertThat(engine.submissions(other, SubmissionQuery.all()).items()).isEmpty();
    }

    @Test
    void saysInProgressUntilItIsSigned() throws Exception {
        submit();
        assertInProgress("Received");
        fixture.queue.runNext();
        assertInProgress("Signing");
        fixture.queue.runNext();
        assertThat(engine.signedArchive(CONTOSO, TICKET.id()).fileName()).isEqualTo("Contoso.TKT-SIGN-TEST-TEST01.zip");
    }

    @Test
    void saysThatTheOperatorsAreAtWork() throws Exception {
        submit();
        engine.intervene(TICKET);
        fixture.queue.runAll();
        Refused.with(
                ReasonCode.PENDING_MANUAL_INTERVENTION,
                "Signing of TKT-SIGN-TEST-TEST01 waits for the service's operators. There is nothing to do; ask again later.",
                true,
                () -> engine.signedArchive(CONTOSO, TICKET.id()));
    }

    @Test
    void saysThatItHasFailedWithTheFindings() throws Exception {
        fixture.signer.notSigned.put(DISPLAY, "there is no signature.");
        submit();
        fixture.queue.runAll();
        Refusal refusal = Refused.by(() -> engine.signedArchive(CONTOSO, TICKET.id()));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.FIRMWARE_SUBMISSION_HAS_FAILED);
        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.ticketId()).isEqualTo(TICKET.id());
        assertThat(refusal.findings())
                .isEqualTo(engine.validationReport(CONTOSO, TICKET.id()).findings());
        assertThat(refusal.findings()).hasSize(1);
        assertThat(refusal.detail())
                .isEqualTo("The submission TKT-SIGN-TEST-TEST01 has failed for good. "
                        + "Validation found something that blocks signing: "
                        + refusal.findings().get(0));
    }

    @Test
    void hasNoReportBeforeValidation() throws Exception {
        submit();
        Refused.with(
                ReasonCode.INVALID_STATE,
                "The service has not validated TKT-SIGN-TEST-TEST01 yet.",
                true,
                () -> engine.validationReport(CONTOSO, TICKET.id()));
    }

    @Test
    void doesNotShowAValidationThatBrokeDownAsPassed() throws Exception {
        submit();
        fixture.signer.inspecting = name -> {
            throw new IOException("disk is gone");
        };
        fixture.queue.runAll();
        Refused.with(
                ReasonCode.INVALID_STATE,
                "The service could not validate TKT-SIGN-TEST-TEST01. "
                        + "The service broke down: java.io.IOException: disk is gone",
                false,
                () -> engine.validationReport(CONTOSO, TICKET.id()));
    }

    @Test
    void sendsAFailedSubmissionAgainAndHandsOutTheResultUnderTheOriginal() throws Exception {
        byte[] archive = failed();
        SubmissionCreation again = resubmit(archive, TICKET.id());
        assertThat(again.created()).isTrue();
        assertThat(again.submission().ticket()).isEqualTo(SECOND);
        assertThat(again.submission().origin().resubmissionOf()).isEqualTo(TICKET);
        assertInProgressOf(SECOND, "Received");
        fixture.queue.runAll();
        Refused.with(
                ReasonCode.RESUBMISSION_TICKET,
                "The ticket TKT-SIGN-TEST-TEST02 is a resubmission. Use the original ticket TKT-SIGN-TEST-TEST01.",
                false,
                () -> engine.signedArchive(CONTOSO, SECOND.id()));
        SignedArchiveBlob blob = engine.signedArchive(CONTOSO, TICKET.id());
        assertThat(blob.fileName()).isEqualTo("Contoso.TKT-SIGN-TEST-TEST01.zip");
        try (SignedArchive signed = SignedArchive.open(blob.file(), FormatLimits.defaults())) {
            assertThat(signed.manifest().ticket()).isEqualTo(TICKET);
        }
    }

    @Test
    void findsTheResubmissionOfTheSameArchiveAgain() throws Exception {
        byte[] archive = failed();
        Submission first = resubmit(archive, TICKET.id()).submission();
        assertThat(resubmit(archive, TICKET.id())).isEqualTo(new SubmissionCreation(first, false));
        assertThat(fixture.submitted(CONTOSO, archive).submission().ticket()).isEqualTo(TICKET);
    }

    @Test
    void refusesToSendAgainWhatHasNotFailed() throws Exception {
        submit();
        byte[] other = archives.contextFree("Touch");
        Refused.with(
                ReasonCode.INVALID_STATE,
                "Only a failed submission can be sent again; TKT-SIGN-TEST-TEST01 is in state Received.",
                false,
                () -> resubmit(other, TICKET.id()));
    }

    @Test
    void refusesToSendAgainUnderATicketThatIsNotTheOriginal() throws Exception {
        resubmit(failed(), TICKET.id());
        byte[] other = archives.contextFree("Touch");
        assertThat(Refused.by(() -> resubmit(other, SECOND.id())).reason()).isEqualTo(ReasonCode.RESUBMISSION_TICKET);
        assertThat(Refused.by(() -> resubmit(other, "TKT-SIGN-TEST-ZZZZZZ")).reason())
                .isEqualTo(ReasonCode.TICKET_DOES_NOT_EXIST);
        assertThat(Refused.by(() -> resubmit(other, TICKET.id())).detail())
                .isEqualTo("Only a failed submission can be sent again; TKT-SIGN-TEST-TEST02 is in state Received.");
    }

    private void submit() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
    }

    private byte[] failed() throws Exception {
        byte[] archive = archives.contextFree("Display");
        fixture.signer.notSigned.put(DISPLAY, "there is no signature.");
        fixture.submitted(CONTOSO, archive);
        fixture.queue.runAll();
        fixture.signer.notSigned.clear();
        return archive;
    }

    private SubmissionCreation resubmit(byte[] archive, String original) throws Refusal, IOException {
        String upload = fixture.uploaded(CONTOSO, archive).id();
        return engine.createSubmission(CONTOSO, upload, Digest.sha256(archive).hex(), original);
    }

    private void assertInProgress(String state) {
        assertInProgressOf(TICKET, state);
    }

    private void assertInProgressOf(SubmissionTicket working, String state) {
        Refused.with(
                ReasonCode.FIRMWARE_SUBMISSION_IS_IN_PROGRESS,
                "The submission " + working + " is in state " + state + ". Ask again later.",
                true,
                () -> engine.signedArchive(CONTOSO, TICKET.id()));
    }
}

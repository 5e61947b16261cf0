package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionDeskTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;

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

    @Test
    void makesATicketOfACompleteUpload() throws Exception {
        byte[] archive = archives.contextFree("Display", "Touch");
        SubmissionCreation creation = fixture.submitted(CONTOSO, archive);
        Submission submission = creation.submission();
        assertThat(creation.created()).isTrue();
        assertThat(submission.ticket()).isEqualTo(new SubmissionTicket("TKT-SIGN-TEST-TEST01"));
        assertThat(submission.ticket().isWellFormed()).isTrue();
        assertThat(submission.history()).containsExactly(new StateChange(SubmissionState.RECEIVED, SettableTime.START));
        SubmissionOrigin origin = submission.origin();
        assertThat(origin.archive()).isEqualTo(Digest.sha256(archive));
        assertThat(origin.archiveSize()).isEqualTo(archive.length);
        assertThat(origin.oemId()).isEqualTo("Contoso");
        assertThat(origin.packageCount()).isEqualTo(2);
        assertThat(origin.kind().type()).isEqualTo(SubmissionType.PARTIAL_IMAGE);
        assertThat(origin.kind().context()).isEqualTo(SubmissionContext.CONTEXT_FREE);
        assertThat(origin.resubmissionOf()).isNull();
        assertThat(fixture.files()).containsExactly("submissions/TKT-SIGN-TEST-TEST01/submission.zip");
        assertThat(engine.submission(CONTOSO, "TKT-SIGN-TEST-TEST01")).isEqualTo(submission);
    }

    @Test
    void answersTheSameArchiveWithTheTicketItHasAlready() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Submission first = fixture.submitted(CONTOSO, archive).submission();
        SubmissionCreation second = fixture.submitted(CONTOSO, archive);
        assertThat(second).isEqualTo(new SubmissionCreation(first, false));
        SubmissionCreation withoutUpload = engine.createSubmission(
                CONTOSO, "upload-1", Digest.sha256(archive).hex(), null);
        assertThat(withoutUpload).isEqualTo(new SubmissionCreation(first, false));
        assertThat(fixture.files()).containsExactly("submissions/TKT-SIGN-TEST-TEST01/submission.zip");
        assertThat(fixture.queue.runAll()).as("validated and signed once").isEqualTo(2);
    }

    @Test
    void givesTwoAccountsTwoTicketsForOneArchive() throws Exception {
        byte[] archive = archives.contextFree("Display");
        fixture.submitted(CONTOSO, archive);
        SubmissionCreation other = fixture.submitted(EngineFixture.FABRIKAM, archive);
        assertThat(other.created()).isTrue();
        assertThat(other.submission().ticket().id()).isEqualTo("TKT-SIGN-TEST-TEST02");
    }

    @Test
    void givesTwoThreadsWithOneArchiveOneTicket() throws Exception {
        byte[] archive = archives.contextFree("Display");
        String sha256 = Digest.sha256(archive).hex();
        String one = fixture.uploaded(CONTOSO, archive).id();
        String two = fixture.uploaded(CONTOSO, archive).id();
        CyclicBarrier together = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<SubmissionCreation>> answers = List.of(
                    threads.submit(together(together, () -> engine.createSubmission(CONTOSO, one, sha256, null))),
                    threads.submit(together(together, () -> engine.createSubmission(CONTOSO, one, sha256, null))),
                    threads.submit(together(together, () -> engine.createSubmission(CONTOSO, two, sha256, null))));
            int created = 0;
            for (Future<SubmissionCreation> answer : answers) {
                assertThat(answer.get().submission().ticket().id()).isEqualTo("TKT-SIGN-TEST-TEST01");
                created += answer.get().created() ? 1 : 0;
            }
            assertThat(created).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
        assertThat(engine.submissions(CONTOSO, SubmissionQuery.all()).items()).hasSize(1);
        assertThat(fixture.files().stream().filter(name -> name.startsWith("submissions/")))
                .containsExactly("submissions/TKT-SIGN-TEST-TEST01/submission.zip");
    }

    @Test
    void refusesAnUploadThatIsNotComplete() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Upload upload = engine.createUpload(CONTOSO, archive.length, Map.of());
        Refused.with(
                ReasonCode.UPLOAD_INCOMPLETE,
                "The upload upload-1 has 0 of " + archive.length + " bytes. Send the rest first.",
                true,
                () -> engine.createSubmission(
                        CONTOSO, upload.id(), Digest.sha256(archive).hex(), null));
        engine.append(CONTOSO, upload.id(), 0, EngineFixture.body(archive));
        assertThat(engine.createSubmission(
                                CONTOSO, upload.id(), Digest.sha256(archive).hex(), null)
                        .created())
                .isTrue();
    }

    @Test
    void refusesAnArchiveWithAnotherDigestAndKeepsNothing() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Digest other = Digest.sha256(new byte[1]);
        Upload upload = fixture.uploaded(CONTOSO, archive);
        Refused.with(
                ReasonCode.DIGEST_MISMATCH,
                "The archive was declared as " + other + " and is " + Digest.sha256(archive) + ". Send it again.",
                false,
                () -> engine.createSubmission(CONTOSO, upload.id(), other.hex(), null));
        assertNothingStored();
    }

    @Test
    void refusesWhatIsNoSubmissionArchiveWithTheRuleAndKeepsNothing() throws Exception {
        byte[] archive = "This is not an archive.".getBytes(StandardCharsets.UTF_8);
        Refusal refusal = Refused.by(() -> fixture.submitted(CONTOSO, archive));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.ARCHIVE_INVALID);
        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule().text()).isEqualTo("UPL-09");
            assertThat(finding.mend()).isEqualTo("Prepare the archive again and submit it unchanged.");
            assertThat(finding.location().file()).isEqualTo("submission archive");
            assertThat(refusal.detail())
                    .isEqualTo("The upload is not sound: " + finding.location() + ": " + finding.message());
        });
        assertNothingStored();
    }

    @Test
    void refusesAnArchiveInWhichOneBitOfAPackageWasTurned() throws Exception {
        byte[] archive = archives.contextFree("Display");
        archive[archive.length / 2] ^= 1;
        assertThat(Refused.by(() -> fixture.submitted(CONTOSO, archive)).reason())
                .isEqualTo(ReasonCode.ARCHIVE_INVALID);
        assertNothingStored();
    }

    @Test
    void refusesMorePackagesThanTheServiceTakes() throws Exception {
        byte[] archive = archives.contextFree("A", "B", "C", "D");
        Refused.with(
                ReasonCode.PAYLOAD_TOO_LARGE,
                "The archive has 4 packages, this service takes at most 3.",
                false,
                () -> fixture.submitted(CONTOSO, archive));
        assertNothingStored();
    }

    @Test
    void refusesPartialImagesOfAnAccountWithoutThePermission() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Refusal refusal = Refused.by(() -> fixture.submitted(EngineFixture.NOBODY, archive));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
        assertThat(refusal.detail()).isEqualTo("The account Nobody lacks the permission PartialImage.");
        assertThat(refusal.permission()).isEqualTo("PartialImage");
        assertNothingStored();
    }

    @Test
    void refusesContextualSubmissionsOfAnAccountWithoutThePermissionForThem() throws Exception {
        byte[] archive = archives.contextual("Display");
        Refusal refusal = Refused.by(() -> fixture.submitted(EngineFixture.FABRIKAM, archive));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
        assertThat(refusal.detail()).isEqualTo("The account Fabrikam lacks the permission IndividualPackage.");
        assertThat(refusal.permission()).isEqualTo("IndividualPackage");
        assertNothingStored();
    }

    @Test
    void refusesADigestThatIsNone() throws Exception {
        Upload upload = fixture.uploaded(CONTOSO, archives.contextFree("Display"));
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The member 'sha256' is a SHA-256 in 64 hexadecimal digits, not 'abc'.",
                false,
                () -> engine.createSubmission(CONTOSO, upload.id(), "abc", null));
    }

    @Test
    void refusesAnUploadOfAnotherAccount() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Upload upload = fixture.uploaded(CONTOSO, archive);
        Refused.with(
                ReasonCode.UPLOAD_DOES_NOT_EXIST,
                "This account has no upload 'upload-1'; it may have expired or become a submission.",
                false,
                () -> engine.createSubmission(
                        EngineFixture.FABRIKAM,
                        upload.id(),
                        Digest.sha256(archive).hex(),
                        null));
    }

    @Test
    void refusesAPartOfAnArchive() throws Exception {
        byte[] archive = archives.contextFree("Display");
        Upload part = engine.createUploadPart(CONTOSO, archive.length, Map.of());
        engine.append(CONTOSO, part.id(), 0, EngineFixture.body(archive));
        Refused.with(
                ReasonCode.INVALID_REQUEST,
                "The upload upload-1 is a part; join it with the others first.",
                false,
                () -> engine.createSubmission(
                        CONTOSO, part.id(), Digest.sha256(archive).hex(), null));
    }

    private void assertNothingStored() throws IOException, Refusal {
        assertThat(fixture.files()).isEmpty();
        assertThat(fixture.folder.resolve("submissions")).isEmptyDirectory();
        for (Account account : List.of(CONTOSO, EngineFixture.FABRIKAM, EngineFixture.NOBODY)) {
            assertThat(engine.submissions(account, SubmissionQuery.all()).items())
                    .isEmpty();
        }
        assertThat(fixture.queue.runNext()).isFalse();
    }

    private static Callable<SubmissionCreation> together(CyclicBarrier barrier, Callable<SubmissionCreation> request) {
        return () -> {
            barrier.await();
            return request.call();
        };
    }
}

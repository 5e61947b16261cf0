package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.oemingest.client.SigningOutcome.Signed;
import io.oemingest.client.SigningOutcome.StillRunning;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionReceipt;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client and the emulated service together, over real sockets. */
class EndToEndTest {
    @TempDir
    private Path folder;

    @Test
    void aSubmissionGoesAllTheWayToAVerifiedArchive() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            Path archive = service.archive("Camera", 5_000);
            Submissions submissions = client.submissions();

            SubmissionTicket ticket = submissions.submit(archive);
            assertThat(ticket.isWellFormed()).isTrue();
            assertThat(submissions.status(ticket).state()).isEqualTo(SubmissionState.RECEIVED);
            assertThat(submissions.await(ticket, Duration.ZERO)).isInstanceOf(StillRunning.class);
            assertThatThrownBy(() -> submissions.retrieve(ticket, folder))
                    .isInstanceOf(FirmwareSubmissionInProgressException.class);

            service.emulator.runPendingWork();
            assertThat(submissions.await(ticket, Duration.ofMinutes(1))).isInstanceOf(Signed.class);
            assertThat(submissions.validationReport(ticket).acceptable()).isTrue();

            RetrievedArchive signed;
            try (SubmissionArchive submitted =
                    SubmissionArchive.open(archive, FormatLimits.defaults(), ProgressListener.NONE)) {
                signed = submissions.retrieve(ticket, folder.resolve("signed"), submitted.manifest());
            }
            assertThat(signed.file()).hasFileName("Contoso." + ticket + ".zip").isRegularFile();
            assertThat(signed.manifest().ticket()).isEqualTo(ticket);
            assertThat(signed.manifest().files())
                    .extracting(row -> row.file().path(), SignedFile::ekus)
                    .containsExactly(tuple("packages/Contoso.Camera.spkg", EkuProfile.OEM.ekus()));
            assertThat(names(folder.resolve("signed"))).containsExactly("Contoso." + ticket + ".zip");
        }
    }

    @Test
    void awaitIsWokenByTheServiceThatWorksByItself() throws Exception {
        EmulatorOptions.Builder options = IngestionEmulator.builder();
        try (EmulatedService service = new EmulatedService(folder, options);
                IngestionClient client = service.client().build()) {
            SubmissionTicket ticket = client.submissions().submit(service.archive("Radio", 500));

            assertThat(client.submissions().await(ticket, Duration.ofHours(1))).isInstanceOf(Signed.class);
        }
    }

    @Test
    void theSameArchiveAgainGivesTheSameTicket() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build();
                IngestionClient other = service.client().build()) {
            Path archive = service.archive("Camera", 500);

            SubmissionTicket ticket = client.submissions().submit(archive);

            assertThat(other.submissions().submit(archive)).isEqualTo(ticket);
            assertThat(client.submissions().list().items())
                    .extracting(SubmissionStatus::ticket)
                    .containsExactly(ticket);
        }
    }

    @Test
    void anotherClientGoesOnInTheMiddleOfTheUpload() throws Exception {
        try (EmulatedService service = new EmulatedService(folder)) {
            Path archive = service.archive("Camera", 100_000);
            Path receipt = folder.resolve("receipt.json");
            IllegalStateException cancelled = new IllegalStateException("enough");
            try (IngestionClient first = service.client()
                    .chunkSize(30_000)
                    .progress(progress -> {
                        if (progress.done() == 60_000) {
                            throw cancelled;
                        }
                    })
                    .build()) {
                assertThatThrownBy(() -> first.submissions().submit(archive, receipt))
                        .isSameAs(cancelled);
            }
            assertThat(SubmissionReceipt.read(receipt).offset()).isEqualTo(60_000);
            assertThat(SubmissionReceipt.read(receipt).archive()).isEqualTo(digest(archive));

            AtomicLong firstHeard = new AtomicLong();
            try (IngestionClient second = service.client()
                    .chunkSize(30_000)
                    .progress(progress -> firstHeard.compareAndSet(0, progress.done()))
                    .build()) {
                SubmissionTicket ticket = second.submissions().submit(archive, receipt);

                assertThat(firstHeard).hasValue(90_000);
                assertThat(SubmissionReceipt.read(receipt).ticket()).isEqualTo(ticket);
                assertThat(second.submissions().status(ticket).archive()).isEqualTo(digest(archive));
            }
        }
    }

    @Test
    void aDownloadGoesOnWhereItWasStopped() throws Exception {
        try (EmulatedService service = new EmulatedService(folder)) {
            Path archive = service.archive("Camera", 1_000_000);
            Path target = folder.resolve("signed");
            IllegalStateException cancelled = new IllegalStateException("enough");
            SubmissionTicket ticket;
            try (IngestionClient first = service.client()
                    .chunkSize(300_000)
                    .progress(progress -> {
                        if (progress.stage().equals("download")) {
                            throw cancelled;
                        }
                    })
                    .build()) {
                ticket = first.submissions().submit(archive);
                service.emulator.runPendingWork();
                assertThatThrownBy(() -> first.submissions().retrieve(ticket, target))
                        .isSameAs(cancelled);
            }
            assertThat(names(target)).containsExactly(ticket + ".partial", ticket + ".partial.txt");
            long have = Files.size(target.resolve(ticket + ".partial"));
            assertThat(have).isGreaterThanOrEqualTo(300_000).isLessThan(1_000_000);

            AtomicLong firstHeard = new AtomicLong();
            try (IngestionClient second = service.client()
                    .chunkSize(1)
                    .progress(progress -> firstHeard.compareAndSet(0, progress.done()))
                    .build()) {
                RetrievedArchive signed = second.submissions().retrieve(ticket, target);

                assertThat(firstHeard.get()).isGreaterThan(have);
                assertThat(signed.file()).isRegularFile();
            }
        }
    }

    @Test
    void nothingIsHandedOverThatADifferentAuthoritySigned() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client()
                        .trust(TrustPolicy.emulatedRetail(service.emulator.testInputRoots(), service.ports.now))
                        .build()) {
            SubmissionTicket ticket = client.submissions().submit(service.archive("Camera", 500));
            service.emulator.runPendingWork();

            VerificationException refusal = catchThrowableOfType(
                    VerificationException.class, () -> client.submissions().retrieve(ticket, folder.resolve("signed")));

            assertThat(refusal.problem()).isEqualTo(VerificationException.Problem.UNTRUSTED_CHAIN);
            assertThat(names(folder.resolve("signed"))).isEmpty();
        }
    }

    @Test
    void anInterventionIsSeenWhileWaiting() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            SubmissionTicket ticket = client.submissions().submit(service.archive("Camera", 500));
            service.emulator.intervene(ticket);
            service.emulator.runPendingWork();

            StillRunning waiting = (StillRunning) client.submissions().await(ticket, Duration.ZERO);
            assertThat(waiting.isPendingManualIntervention()).isTrue();
            assertThat(catchThrowableOfType(
                                    ServiceException.class,
                                    () -> client.submissions().retrieve(ticket, folder))
                            .reason())
                    .isEqualTo(ReasonCode.PENDING_MANUAL_INTERVENTION);

            service.emulator.resume(ticket);
            service.emulator.runPendingWork();
            assertThat(client.submissions().await(ticket, Duration.ofMinutes(1)))
                    .isInstanceOf(Signed.class);
        }
    }

    @Test
    void ticketsOfOthersAndUnknownOnesAreToldApart() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient contoso = service.client().build();
                IngestionClient fabrikam =
                        contoso.newBuilder().token("token-of-fabrikam").build()) {
            SubmissionTicket ticket = contoso.submissions().submit(service.archive("Camera", 500));

            assertThat(catchThrowableOfType(
                                    ServiceException.class,
                                    () -> fabrikam.submissions().status(ticket))
                            .reason())
                    .isEqualTo(ReasonCode.NOT_TICKET_OWNER);
            assertThatThrownBy(() -> contoso.submissions().status(new SubmissionTicket("bad_ticket_number")))
                    .isInstanceOf(TicketDoesNotExistException.class);
        }
    }

    @Test
    void whatIsNoArchiveIsRefusedByTheService() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            Path text = Files.writeString(folder.resolve("letter.zip"), "Dear service");

            ServiceException refusal = catchThrowableOfType(
                    ServiceException.class, () -> client.submissions().submit(text));

            assertThat(refusal.reason()).isEqualTo(ReasonCode.ARCHIVE_INVALID);
            assertThat(refusal.retryable()).isFalse();
            assertThat(refusal.correlationId()).isNotNull();
        }
    }

    @Test
    void anArchiveAboveTheLimitIsRefusedBeforeItIsSent() throws Exception {
        EmulatorOptions.Builder options =
                IngestionEmulator.builder().workByHand().maxArchiveSize(100);
        try (EmulatedService service = new EmulatedService(folder, options);
                IngestionClient client = service.client()
                        .progress(progress -> {
                            throw new AssertionError("Something was sent: " + progress);
                        })
                        .build()) {
            Path archive = service.archive("Camera", 500);

            assertThat(catchThrowableOfType(
                                    ServiceException.class,
                                    () -> client.submissions().submit(archive))
                            .reason())
                    .isEqualTo(ReasonCode.PAYLOAD_TOO_LARGE);
        }
    }

    @Test
    void serviceAndAccountDescribeThemselves() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build();
                IngestionClient stranger = client.newBuilder().token("wrong").build()) {
            ServiceInfo info = client.serviceInfo();
            assertThat(info.environment()).isEqualTo("TEST");
            assertThat(info.pollingFloor()).isEqualTo(Duration.ofSeconds(1));
            assertThat(info.products())
                    .containsExactly("WindowsPhoneBlue", "WindowsPhoneThreshold", "WindowsIoTCoreThreshold");

            AccountInfo account = client.account();
            assertThat(account.oemId()).isEqualTo("Contoso");
            assertThat(account.ekuCombinations())
                    .contains(EkuProfile.OEM.ekus())
                    .doesNotContain(EkuCombination.NONE);

            assertThat(client.signingProfiles()).isEqualTo(EkuProfiles.DOCUMENTED.describe());

            assertThat(stranger.serviceInfo()).isEqualTo(info);
            assertThat(catchThrowableOfType(ServiceException.class, stranger::account)
                            .reason())
                    .isEqualTo(ReasonCode.CREDENTIALS_UNKNOWN);
        }
    }

    @Test
    void listsWhatTheFilterLetsThroughPageByPage() throws Exception {
        try (EmulatedService service = new EmulatedService(folder);
                IngestionClient client = service.client().build()) {
            SubmissionTicket first = client.submissions().submit(service.archive("Camera", 500));
            SubmissionTicket second = client.submissions().submit(service.archive("Radio", 500));

            SubmissionPage page =
                    client.submissions().list(SubmissionFilter.all().withLimit(1));
            SubmissionPage rest = client.submissions()
                    .list(SubmissionFilter.all().withLimit(1).withCursor(page.nextCursor()));

            assertThat(Stream.of(page, rest).flatMap(each -> each.items().stream()))
                    .extracting(SubmissionStatus::ticket)
                    .containsExactlyInAnyOrder(first, second);
            assertThat(client.submissions()
                            .list(SubmissionFilter.all().withState(SubmissionState.SIGNED))
                            .items())
                    .isEmpty();
        }
    }

    private static Digest digest(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return Digest.sha256(source);
        }
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.client.FirmwareSubmissionFailedException;
import io.oemingest.client.IngestionClient;
import io.oemingest.client.ServiceException;
import io.oemingest.client.SigningOutcome;
import io.oemingest.client.TicketDoesNotExistException;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.Permission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the service must refuse although a client sent it, each for its documented reason; nothing of it is kept. */
class RefusedByTheServiceTest {
    private static final EmulatedAccount CONTOSO = EmulatedAccount.of("Contoso", "contoso-token");

    @TempDir
    private Path folder;

    @Test
    void anAccountWithoutThePartialPermission() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO.withPermissions(Permission.INDIVIDUAL_PACKAGE))) {
            ServiceException refused = refusedAtOnce(emulator, archive(emulator, EkuProfile.OEM, retail()));

            assertThat(refused.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
            assertThat(refused.permission()).isEqualTo("PartialImage");
            assertThat(refused.findings())
                    .extracting(each -> each.rule().text())
                    .containsExactly("PAR-01");
        }
    }

    @Test
    void aContextFreePackageWhoseCombinationTheAccountMayNotUse() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO.withEkus(EkuProfile.OEM.ekus()))) {
            FirmwareSubmissionFailedException failed = failed(emulator, archive(emulator, EkuProfile.HAL, retail()));

            assertThat(findings(failed)).containsExactly("PAR-04 packages/Contoso.BASE.Phone.spkg");
        }
    }

    @Test
    void aPackageMarkedTest() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO)) {
            PackageManifest facts = retail().toBuilder().releaseType("Test").build();

            FirmwareSubmissionFailedException failed = failed(emulator, archive(emulator, EkuProfile.OEM, facts));

            assertThat(findings(failed)).containsExactly("PKG-04 packages/Contoso.BASE.Phone.spkg");
        }
    }

    @Test
    void aPackageOfVersionZero() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO)) {
            PackageManifest facts =
                    retail().toBuilder().version(FirmwareVersion.ZERO).build();

            FirmwareSubmissionFailedException failed = failed(emulator, archive(emulator, EkuProfile.OEM, facts));

            assertThat(findings(failed)).containsExactly("STD-02 packages/Contoso.BASE.Phone.spkg");
        }
    }

    @Test
    void aTruncatedCabinet() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO)) {
            Path archive = RawArchives.withTruncatedPackage(archive(emulator, EkuProfile.OEM, retail()), folder);

            FirmwareSubmissionFailedException failed = failed(emulator, archive);

            assertThat(findings(failed)).containsExactly("UPL-09 packages/Contoso.BASE.Phone.spkg");
            assertThat(failed.findings().get(0).location().offset()).isEqualTo(8);
        }
    }

    @Test
    void aZipWithANameThatLeadsOut() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO)) {
            Path archive = RawArchives.withNameThatLeadsOut(archive(emulator, EkuProfile.OEM, retail()), folder);

            ServiceException refused = refusedAtOnce(emulator, archive);

            assertThat(refused.reason()).isEqualTo(ReasonCode.ARCHIVE_INVALID);
            assertThat(refused.findings())
                    .extracting(finding -> finding.rule().text())
                    .containsExactly("UPL-09");
            assertThat(refused.findings().get(0).message()).contains("..");
        }
    }

    @Test
    void unknownAndForeignTickets() throws Exception {
        try (IngestionEmulator emulator = start(CONTOSO, EmulatedAccount.of("Fabrikam", "fabrikam-token"));
                IngestionClient owner = client(emulator, "contoso-token");
                IngestionClient other = client(emulator, "fabrikam-token")) {
            SubmissionTicket ticket = owner.submissions().submit(archive(emulator, EkuProfile.OEM, retail()));

            ServiceException unknown = catchThrowableOfType(
                    TicketDoesNotExistException.class,
                    () -> owner.submissions().retrieve(new SubmissionTicket("bad_ticket_number"), folder));
            ServiceException foreign = catchThrowableOfType(
                    ServiceException.class, () -> other.submissions().retrieve(ticket, folder));

            assertThat(unknown.reason()).isEqualTo(ReasonCode.TICKET_DOES_NOT_EXIST);
            assertThat(foreign.reason()).isEqualTo(ReasonCode.NOT_TICKET_OWNER);
        }
    }

    private ServiceException refusedAtOnce(IngestionEmulator emulator, Path archive) throws IOException {
        try (IngestionClient client = client(emulator, emulator.token())) {
            ServiceException refused = catchThrowableOfType(
                    ServiceException.class, () -> client.submissions().submit(archive));
            assertThat(client.submissions().list().items()).isEmpty();
            assertThat(stored()).isEmpty();
            return refused;
        }
    }

    private FirmwareSubmissionFailedException failed(IngestionEmulator emulator, Path archive) throws IOException {
        try (IngestionClient client = client(emulator, emulator.token())) {
            SubmissionTicket ticket = client.submissions().submit(archive);
            assertThat(client.submissions().await(ticket, Duration.ofMinutes(1)))
                    .isInstanceOf(SigningOutcome.Failed.class);
            FirmwareSubmissionFailedException failed = catchThrowableOfType(
                    FirmwareSubmissionFailedException.class,
                    () -> client.submissions().retrieve(ticket, folder.resolve("signed")));
            assertThat(stored()).isEmpty();
            return failed;
        }
    }

    private IngestionEmulator start(EmulatedAccount... accounts) throws IOException {
        EmulatorOptions.Builder options =
                IngestionEmulator.builder().quickKeys().dataFolder(folder.resolve("data"));
        Stream.of(accounts).forEach(options::account);
        return options.start();
    }

    private static IngestionClient client(IngestionEmulator emulator, String token) {
        return IngestionClient.builder()
                .service(emulator.uri())
                .token(token)
                .trust(TrustPolicy.emulatedRetail(
                        emulator.retailRoots(), InstantSource.system().instant()))
                .build();
    }

    private Path archive(IngestionEmulator emulator, EkuProfile signer, PackageManifest facts) throws IOException {
        return RawArchives.contextFree(folder, facts, emulator.inputSigner(signer));
    }

    private static PackageManifest retail() {
        return RawArchives.retail();
    }

    /** Uploads and archives in the emulator's folder; its keys lie there too. */
    private List<Path> stored() throws IOException {
        Path data = folder.resolve("data");
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getParent().equals(data))
                    .filter(file -> !file.startsWith(data.resolve("pki")))
                    .toList();
        }
    }

    private static List<String> findings(ServiceException refused) {
        return refused.findings().stream()
                .map(finding -> finding.rule().text() + " " + finding.location().file())
                .toList();
    }
}

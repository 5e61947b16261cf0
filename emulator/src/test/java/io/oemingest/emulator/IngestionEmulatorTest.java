package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.CodeSignatures;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.VerifiedArchive;
import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.testing.StampingAuthority;
import io.oemingest.emulator.testing.TestPackages;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class IngestionEmulatorTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");

    @TempDir
    private Path folder;

    @Test
    void signsTestSignedPackagesOverHttpSoThatTheSdkVerifiesThem() throws Exception {
        try (IngestionEmulator emulator = quick().account("Contoso", "secret").start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token("Contoso"));
            String ticket = oem.ticketOf(oem.submit(prepared(emulator, EkuProfile.OEM, "Display", "Touch")));
            assertThat(oem.finalState(ticket)).isEqualTo("Signed");
            Path signed = retrieved(oem, ticket);
            VerifiedArchive verified = verify(signed, emulator.retailRoots(), ticket);
            assertThat(verified.manifest().environment()).isEqualTo("TEST");
            assertThat(verified.manifest().files())
                    .extracting(file -> file.file().path())
                    .containsExactly("packages/Contoso.Display.spkg", "packages/Contoso.Touch.spkg");
            assertThat(verified.manifest().files())
                    .allSatisfy(file -> assertThat(file.ekus()).isEqualTo(EkuProfile.OEM.ekus()));
            assertThatThrownBy(() -> verify(signed, emulator.testInputRoots(), ticket))
                    .isInstanceOf(VerificationException.class);
        }
    }

    @Test
    void signsWithTimeStampsOfItsClockUnlessToldNotTo() throws Exception {
        assertThat(timestampOf(quick())).isEqualTo(NOW);
        assertThat(timestampOf(quick().timestampSkew(Duration.ofMinutes(-5)))).isEqualTo("2026-11-22T06:11:00Z");
        assertThat(timestampOf(quick().withoutTimestamps())).isNull();
    }

    private @Nullable Instant timestampOf(EmulatorOptions.Builder options) throws Exception {
        try (IngestionEmulator emulator = options.start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
            String ticket = oem.ticketOf(oem.submit(prepared(emulator, EkuProfile.OEM, "Display")));
            assertThat(oem.finalState(ticket)).isEqualTo("Signed");
            Path archive = retrieved(oem, ticket);
            verify(archive, emulator.retailRoots(), ticket);
            try (ZipFile zip = new ZipFile(archive.toFile())) {
                byte[] bytes = zip.getInputStream(zip.getEntry("packages/Contoso.Display.spkg"))
                        .readAllBytes();
                Cabinet cabinet = Cabinet.read(ByteSource.of("signed", bytes), FormatLimits.defaults());
                return CodeSignatures.ofCabinet(cabinet, FormatLimits.defaults())
                        .timestamp();
            }
        }
    }

    @Test
    void failsPackagesThatAreNotTestSignedByAnybodyItTrusts() throws Exception {
        try (IngestionEmulator stranger = quick().start();
                IngestionEmulator emulator = quick().start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
            String ticket = oem.ticketOf(oem.submit(prepared(stranger, EkuProfile.OEM, "Display")));
            assertThat(oem.finalState(ticket)).isEqualTo("Failed");
            HttpResponse<byte[]> report = oem.get("v1/submissions/" + ticket + "/validation-report");
            assertThat(HttpOem.text(report)).contains("PKG-18").contains("not properly test-signed");
            HttpResponse<byte[]> archive = oem.get("v1/submissions/" + ticket + "/signed-archive");
            assertThat(archive.statusCode()).isEqualTo(409);
            assertThat(HttpOem.text(archive))
                    .contains("FirmwareSubmissionHasFailed")
                    .contains("PKG-18");
        }
    }

    @Test
    void weighsFindingsByTheProfileItWasGiven() throws Exception {
        try (IngestionEmulator emulator =
                quick().profile(ValidationProfile.LENIENT).start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
            String ticket = oem.ticketOf(oem.submit(prepared(emulator, EkuProfile.OEM, "Display")));
            assertThat(oem.finalState(ticket)).isEqualTo("Signed");
            assertThat(HttpOem.text(oem.get("v1/submissions/" + ticket + "/validation-report")))
                    .contains("\"profile\":\"lenient\"");
        }
    }

    @Test
    void tellsByCorrelationIdWhyItSaidNo() throws Exception {
        try (IngestionEmulator stranger = quick().start();
                IngestionEmulator emulator =
                        quick().account("Contoso", "secret").start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
            HttpResponse<byte[]> creation = oem.submit(prepared(stranger, EkuProfile.OEM, "Display"));
            String ticket = oem.ticketOf(creation);
            assertThat(oem.finalState(ticket)).isEqualTo("Failed");

            assertThat(emulator.decisions(correlationId(creation)))
                    .extracting(each -> each.account() + " " + each.ticket() + " " + each.reason() + " "
                            + each.findings().get(0).rule())
                    .containsExactly("Contoso " + ticket + " VALIDATION_FAILED PKG-18");
            HttpResponse<byte[]> retrieval = oem.get("v1/submissions/" + ticket + "/signed-archive");
            assertThat(emulator.decisions(new SubmissionTicket(ticket)))
                    .extracting(each -> each.correlationId() + " " + each.reason())
                    .containsExactly(
                            "null VALIDATION_FAILED", correlationId(retrieval) + " FIRMWARE_SUBMISSION_HAS_FAILED");

            HttpResponse<byte[]> unknown = new HttpOem(emulator.uri(), "wrong").get("v1/account");
            assertThat(emulator.decisions(correlationId(unknown)))
                    .extracting(each -> each.account() + " " + each.reason())
                    .containsExactly("null CREDENTIALS_UNKNOWN");
            HttpResponse<byte[]> nowhere = oem.get("v1/nowhere");
            assertThat(emulator.decisions(correlationId(nowhere)))
                    .extracting(each -> each.reason() + " " + each.detail())
                    .containsExactly("INVALID_REQUEST There is nothing at /v1/nowhere.");
            assertThat(emulator.decisions(correlationId(oem.get("v1/account")))).isEmpty();
            assertThat(emulator.decisions("no correlation id")).isEmpty();
        }
    }

    @Test
    void trustsAnotherTestRootWhenToldTo() throws Exception {
        try (IngestionEmulator stranger = quick().start()) {
            X509Certificate root = stranger.testInputRoots().iterator().next();
            try (IngestionEmulator emulator = quick().trustInputRoot(root).start()) {
                HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
                String ticket = oem.ticketOf(oem.submit(prepared(stranger, EkuProfile.OEM, "Display")));
                assertThat(oem.finalState(ticket)).isEqualTo("Signed");
                assertThat(emulator.testInputRoots()).hasSize(2).contains(root);
            }
        }
    }

    @Test
    void takesATimeStampOnlyOfAnAuthorityThatItWasToldOf() throws Exception {
        StampingAuthority authority = new StampingAuthority(NOW);
        StampingAuthority other = new StampingAuthority(NOW);
        X509Certificate root = authority.root();
        try (IngestionEmulator trusting = quick().trustTimestampRoot(root).start();
                IngestionEmulator strange =
                        quick().trustTimestampRoot(other.root()).start();
                IngestionEmulator plain = quick().start()) {
            assertThat(outcomeOf(trusting, stamped(trusting, authority))).isEqualTo("Signed");
            for (IngestionEmulator wary : List.of(plain, strange)) {
                assertThat(outcomeOf(wary, stamped(wary, authority)))
                        .contains("PKG-18")
                        .contains("the time stamp does not hold");
            }
            assertThat(trusting.testInputRoots()).hasSize(1).doesNotContain(root);
        }
    }

    @Test
    void aRootForTimeStampsVouchesForNoPackage() throws Exception {
        try (IngestionEmulator stranger = quick().start()) {
            X509Certificate root = stranger.testInputRoots().iterator().next();
            try (IngestionEmulator emulator = quick().trustTimestampRoot(root).start()) {
                assertThat(outcomeOf(emulator, prepared(stranger, EkuProfile.OEM, "Display")))
                        .contains("PKG-18")
                        .contains("to a trusted root");
            }
        }
    }

    @Test
    void letsAnAccountUseOnlyItsOwnCombinations() throws Exception {
        EmulatedAccount account = EmulatedAccount.of("Contoso", "secret").withEkus(EkuProfile.OEM.ekus());
        try (IngestionEmulator emulator = quick().account(account).start()) {
            HttpOem oem = new HttpOem(emulator.uri(), "secret");
            String ticket = oem.ticketOf(oem.submit(prepared(emulator, EkuProfile.HAL, "Display")));
            assertThat(oem.finalState(ticket)).isEqualTo("Failed");
            assertThat(HttpOem.text(oem.get("v1/submissions/" + ticket))).contains("EkuNotAllowed");
        }
    }

    @Test
    void showsEveryStateWhenWorkIsDoneByHand() throws Exception {
        try (IngestionEmulator emulator = quick().workByHand().start()) {
            HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
            String ticket = oem.ticketOf(oem.submit(prepared(emulator, EkuProfile.OEM, "Display")));
            assertThat(oem.state(ticket)).isEqualTo("Received");
            assertThat(emulator.runNextWork()).isTrue();
            assertThat(oem.state(ticket)).isEqualTo("Signing");
            emulator.intervene(new SubmissionTicket(ticket));
            assertThat(emulator.runPendingWork()).isEqualTo(1);
            assertThat(oem.state(ticket)).isEqualTo("PendingManualIntervention");
            emulator.resume(new SubmissionTicket(ticket));
            assertThat(emulator.runPendingWork()).isEqualTo(1);
            assertThat(oem.state(ticket)).isEqualTo("Signed");
            assertThat(emulator.runNextWork()).isFalse();
        }
    }

    @Test
    void refusesToBeDrivenByHandWhenItWorksByItself() throws IOException {
        try (IngestionEmulator emulator = quick().start()) {
            assertThatThrownBy(emulator::runPendingWork)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("This emulator works by itself; start it with workByHand()");
        }
    }

    @Test
    void listensOnTheLoopbackOnlyUnlessToldOtherwise() throws IOException {
        try (IngestionEmulator emulator = quick().start()) {
            assertThat(emulator.uri().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void removesItsTemporaryFolderAndRepeatsNothingOnASecondClose() throws Exception {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        Set<Path> before = Set.copyOf(emulatorFolders(temporary));
        IngestionEmulator emulator = quick().start();
        assertThat(emulatorFolders(temporary)).hasSize(before.size() + 1);
        HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
        oem.submit(prepared(emulator, EkuProfile.OEM, "Display"));
        emulator.close();
        emulator.close();
        assertThat(Set.copyOf(emulatorFolders(temporary))).isEqualTo(before);
        assertThatThrownBy(() -> oem.get("v1/service")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAFolderThatHoldsOtherFilesAndLeavesThemAlone() throws IOException {
        Path mine = Files.writeString(folder.resolve("thesis.txt"), "years of work");
        assertThatThrownBy(() -> quick().dataFolder(folder).start())
                .isInstanceOf(IOException.class)
                .hasMessage("The folder " + folder + " holds files that are not the emulator's; name an empty folder");
        assertThat(mine).hasContent("years of work");
    }

    @Test
    void goesOnWithTheKeysOfItsDataFolder() throws IOException {
        Path data = folder.resolve("data");
        Set<X509Certificate> retail;
        try (IngestionEmulator first = quick().dataFolder(data).start()) {
            retail = first.retailRoots();
        }
        try (IngestionEmulator second = quick().dataFolder(data).start();
                IngestionEmulator other = quick().start()) {
            assertThat(second.retailRoots()).isEqualTo(retail);
            assertThat(other.retailRoots()).isNotEqualTo(retail);
        }
    }

    @Test
    void leavesNothingBehindWhenThePortIsTaken() throws Exception {
        try (IngestionEmulator first = quick().start()) {
            Path data = folder.resolve("data");
            assertThatThrownBy(() ->
                            quick().port(first.uri().getPort()).dataFolder(data).start())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + first.uri().getPort());
            assertThat(data.resolve("uploads")).doesNotExist();
        }
    }

    @Test
    void makesRootsThatSayThatTheyAreForTestsAndExportsThem() throws IOException {
        try (IngestionEmulator emulator = quick().start()) {
            assertThat(emulator.retailRoots()).hasSize(1).doesNotContainAnyElementsOf(emulator.testInputRoots());
            assertThat(emulator.retailRoots())
                    .allSatisfy(root ->
                            assertThat(root.getSubjectX500Principal().getName()).contains("TEST ONLY"));
            for (String pem : List.of(emulator.retailRootsPem(), emulator.testInputRootsPem())) {
                assertThat(pem).startsWith("-----BEGIN CERTIFICATE-----\n").endsWith("-----END CERTIFICATE-----\n");
                assertThat(pem.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(64));
            }
        }
    }

    @Test
    void makesAnAccountOfItsOwnWhenNoneIsGiven() throws IOException {
        try (IngestionEmulator emulator = quick().start();
                IngestionEmulator other = quick().start()) {
            assertThat(emulator.accounts()).hasSize(1);
            assertThat(emulator.accounts().get(0)).hasToString("Contoso");
            assertThat(emulator.token()).hasSizeGreaterThan(20).isNotEqualTo(other.token());
            assertThatThrownBy(() -> emulator.token("Fabrikam"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("There is no account Fabrikam");
        }
    }

    @Test
    void refusesTwoAccountsThatCannotBeToldApart() {
        assertThatThrownBy(() ->
                        quick().account("Contoso", "a").account("Contoso", "b").start())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two accounts have the same client id or token: see Contoso");
    }

    private static String correlationId(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Correlation-Id").orElseThrow();
    }

    private static EmulatorOptions.Builder quick() {
        return IngestionEmulator.builder().quickKeys().time(() -> NOW);
    }

    private Path prepared(IngestionEmulator signer, EkuProfile profile, String... components) throws Exception {
        Path unsigned = Files.createTempDirectory(folder, "unsigned");
        Path signed = Files.createTempDirectory(folder, "signed");
        for (String component : components) {
            Path file = TestPackages.write(unsigned, FirmwareVersion.parse("1.0.0.1"), component);
            signer.inputSigner(profile).sign(file, signed.resolve(file.getFileName()));
        }
        return archive(signed);
    }

    private Path archive(Path packages) throws Exception {
        PartialImage submission = new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE);
        return new SubmissionPreparer(PreparerOptions.of("test", "0.1.0"))
                .prepare(
                        submission, Files.createTempDirectory(folder, "archive").resolve("submission.zip"))
                .archive();
    }

    private Path stamped(IngestionEmulator signer, StampingAuthority authority) throws Exception {
        Path unsigned = TestPackages.write(
                Files.createTempDirectory(folder, "unsigned"), FirmwareVersion.parse("1.0.0.1"), "Display");
        Path signed = Files.createTempDirectory(folder, "signed").resolve(unsigned.getFileName());
        Path stamped = Files.createTempDirectory(folder, "stamped").resolve(unsigned.getFileName());
        signer.inputSigner(EkuProfile.OEM).sign(unsigned, signed);
        authority.stamp(signed, stamped);
        return archive(stamped.getParent());
    }

    /** "Signed", or the report of a failed submission. */
    private static String outcomeOf(IngestionEmulator emulator, Path archive) throws Exception {
        HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
        String ticket = oem.ticketOf(oem.submit(archive));
        String state = oem.finalState(ticket);
        return state.equals("Failed")
                ? HttpOem.text(oem.get("v1/submissions/" + ticket + "/validation-report"))
                : state;
    }

    private Path retrieved(HttpOem oem, String ticket) throws Exception {
        HttpResponse<byte[]> answer = oem.get("v1/submissions/" + ticket + "/signed-archive");
        assertThat(answer.statusCode()).isEqualTo(200);
        return Files.write(folder.resolve("Contoso." + ticket + ".zip"), answer.body());
    }

    private static VerifiedArchive verify(Path file, Set<X509Certificate> roots, String ticket)
            throws VerificationException, IOException {
        try (SignedArchive archive = SignedArchive.open(file, FormatLimits.defaults())) {
            return new SignedArchiveVerifier(
                            TrustPolicy.emulatedRetail(roots, NOW), FormatLimits.defaults(), ProgressListener.NONE)
                    .verify(archive, ExpectedSubmission.of(new SubmissionTicket(ticket)));
        }
    }

    private static List<Path> emulatorFolders(Path temporary) throws IOException {
        try (var entries = Files.list(temporary)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("ingestion-emulator-"))
                    .toList();
        }
    }
}

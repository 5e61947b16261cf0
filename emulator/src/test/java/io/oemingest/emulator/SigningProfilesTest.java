package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionFacts;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.emulator.port.EkuProfile;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.port.Permission;
import io.oemingest.emulator.testing.TestPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which signer a package gets, and whether it gets any, from upload to proof. */
class SigningProfilesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");
    private static final String PACKAGE = "packages/Contoso.Display.spkg";
    private static final EkuProfile TCB =
            EkuProfile.ofPackages("OEM-TCB", EkuCombination.of("1.3.6.1.4.1.311.76.5.40", "1.3.6.1.4.1.311.10.3.23"));

    @TempDir
    private Path folder;

    @Test
    void noOemGetsTheSignatureOfTheSystem() throws Exception {
        try (IngestionEmulator emulator =
                quick(EmulatedAccount.of("Contoso", "secret")).start()) {
            assertThat(refused(emulator, EkuProfile.MICROSOFT_SYSTEM))
                    .containsExactly(new Finding(
                            RuleId.of("PAR-04"),
                            Severity.BLOCK,
                            Location.ofFile(PACKAGE),
                            "The account Contoso lacks the permission MicrosoftSystem that the EKU combination '"
                                    + EkuProfile.MICROSOFT_SYSTEM.ekus() + "' needs.",
                            "Use a combination of the account, or ask for the permission."));
        }
    }

    @Test
    void whoIsGivenThePermissionGetsIt() throws Exception {
        EmulatedAccount account = EmulatedAccount.of("Contoso", "secret")
                .withPermissions(Permission.PARTIAL_IMAGE, Permission.MICROSOFT_SYSTEM);
        try (IngestionEmulator emulator = quick(account).start()) {
            assertThat(signed(emulator, EkuProfile.MICROSOFT_SYSTEM)).isEqualTo(EkuProfile.MICROSOFT_SYSTEM.ekus());
        }
    }

    @Test
    void aFurtherCombinationIsServedWhereTheTableHasIt() throws Exception {
        EmulatedAccount account = EmulatedAccount.of("Contoso", "secret");
        try (IngestionEmulator emulator = quick(account).start()) {
            assertThat(refused(emulator, TCB))
                    .extracting(Finding::message)
                    .containsExactly("The service has no certificate for the EKU combination '" + TCB.ekus() + "'.");
        }
        try (IngestionEmulator emulator =
                quick(account).signingProfiles(EkuProfiles.DOCUMENTED.with(TCB)).start()) {
            assertThat(signed(emulator, TCB)).isEqualTo(TCB.ekus());
        }
    }

    @Test
    void aSignerOfWholeImagesSignsNoPartOfOne() throws Exception {
        EkuProfile ofImages = TCB.withSubmissionTypes(SubmissionType.IMAGE);
        try (IngestionEmulator emulator = quick(EmulatedAccount.of("Contoso", "secret"))
                .signingProfiles(EkuProfiles.DOCUMENTED.with(ofImages))
                .start()) {
            assertThat(refused(emulator, ofImages))
                    .containsExactly(new Finding(
                            RuleId.of("PAR-04"),
                            Severity.BLOCK,
                            Location.ofFile(PACKAGE),
                            "The EKU combination '" + TCB.ekus() + "' is not for submissions of the type PartialImage.",
                            "Sign the package for what it is submitted as."));
        }
    }

    @Test
    void aPackageThatAsksForAnotherProfileComesBackWithIt() throws Exception {
        try (IngestionEmulator emulator =
                quick(EmulatedAccount.of("Contoso", "secret")).start()) {
            assertThat(signed(emulator, EkuProfile.OEM, "ppl")).isEqualTo(EkuProfile.PPL.ekus());
            assertThat(signed(emulator, EkuProfile.OEM)).isEqualTo(EkuProfile.OEM.ekus());
        }
    }

    @Test
    void whoMayNotUseTheCombinationIsRefused() throws Exception {
        EmulatedAccount account = EmulatedAccount.of("Contoso", "secret").withEkus(EkuProfile.OEM.ekus());
        try (IngestionEmulator emulator = quick(account).start()) {
            assertThat(refused(emulator, EkuProfile.OEM, "PPL"))
                    .containsExactly(wish("The account Contoso may not use the EKU combination '"
                            + EkuProfile.PPL.ekus() + "' of the signing profile PPL."));
        }
    }

    @Test
    void whoLacksThePermissionIsRefused() throws Exception {
        try (IngestionEmulator emulator =
                quick(EmulatedAccount.of("Contoso", "secret")).start()) {
            assertThat(refused(emulator, EkuProfile.OEM, "Microsoft-System"))
                    .containsExactly(wish("The account Contoso lacks the permission MicrosoftSystem that the signing"
                            + " profile Microsoft-System needs."));
        }
    }

    @Test
    void aProfileOfOtherSubmissionsIsRefused() throws Exception {
        try (IngestionEmulator emulator = quick(EmulatedAccount.of("Contoso", "secret"))
                .signingProfiles(EkuProfiles.DOCUMENTED.with(TCB.withSubmissionTypes(SubmissionType.IMAGE)))
                .start()) {
            assertThat(refused(emulator, EkuProfile.OEM, "OEM-TCB"))
                    .containsExactly(
                            wish("The signing profile OEM-TCB is not for submissions of the type PartialImage."));
        }
    }

    @Test
    void aProfileThatIsNoneOrNotForPackagesIsRefused() throws Exception {
        try (IngestionEmulator emulator =
                quick(EmulatedAccount.of("Contoso", "secret")).start()) {
            for (String each : List.of("Nobody", "Platform-Key")) {
                assertThat(refused(emulator, EkuProfile.OEM, each))
                        .containsExactly(new Finding(
                                RuleId.of("PAR-08"),
                                Severity.BLOCK,
                                Location.ofFile(PACKAGE),
                                "The service has no signing profile '" + each + "' for packages.",
                                "Ask for another profile, or for none.",
                                Map.of("profiles of the service", "OEM, HAL, PP, PPL, APP, Microsoft-System")));
            }
        }
    }

    /** What the package's own signature says does not matter then; what a file in it says does. */
    @Test
    void aProfileThatIsAskedForTakesThePlaceOfThatOfTheTestSignature() throws Exception {
        EmulatedAccount account = EmulatedAccount.of("Contoso", "secret").withEkus(EkuProfile.PPL.ekus());
        try (IngestionEmulator emulator = quick(account).start()) {
            assertThat(refused(emulator, EkuProfile.OEM))
                    .extracting(Finding::rule)
                    .containsExactly(RuleId.of("PAR-04"));
            assertThat(signed(emulator, EkuProfile.OEM, "PPL")).isEqualTo(EkuProfile.PPL.ekus());
        }
    }

    private static Finding wish(String message) {
        return new Finding(
                RuleId.of("PAR-08"),
                Severity.BLOCK,
                Location.ofFile(PACKAGE),
                message,
                "Ask for another profile, or for none.");
    }

    private static EmulatorOptions.Builder quick(EmulatedAccount account) {
        return IngestionEmulator.builder().quickKeys().time(() -> NOW).account(account);
    }

    /** What the service found, which a dry run finds too. */
    private List<Finding> refused(IngestionEmulator emulator, EkuProfile testSigner, String... signAs)
            throws Exception {
        HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
        Path prepared = archive(emulator, testSigner, signAs);
        String ticket = oem.ticketOf(oem.submit(prepared));
        assertThat(oem.finalState(ticket)).isEqualTo("Failed");
        List<Finding> found = findings(oem.get("v1/submissions/" + ticket + "/validation-report"));
        try (SubmissionArchive archive =
                SubmissionArchive.open(prepared, FormatLimits.defaults(), ProgressListener.NONE)) {
            String facts = SubmissionFacts.write(
                    archive.contents(), archive.submission().files());
            assertThat(findings(oem.post("v1/checks", facts))).isEqualTo(found);
        }
        return found;
    }

    private static List<Finding> findings(HttpResponse<byte[]> report) throws IOException {
        return JsonReport.read(new ByteArrayInputStream(report.body()), "report", FormatLimits.defaults())
                .findings();
    }

    /** The combination that the one package came back with, proved by the archive that it came in. */
    private EkuCombination signed(IngestionEmulator emulator, EkuProfile testSigner, String... signAs)
            throws Exception {
        HttpOem oem = new HttpOem(emulator.uri(), emulator.token());
        String ticket = oem.ticketOf(oem.submit(archive(emulator, testSigner, signAs)));
        assertThat(oem.finalState(ticket)).isEqualTo("Signed");
        Path file = Files.write(
                folder.resolve(ticket + ".zip"),
                oem.get("v1/submissions/" + ticket + "/signed-archive").body());
        TrustPolicy trust = TrustPolicy.emulatedRetail(emulator.retailRoots(), NOW);
        try (SignedArchive archive = SignedArchive.open(file, FormatLimits.defaults())) {
            List<SignedFile> files = new SignedArchiveVerifier(trust, FormatLimits.defaults(), ProgressListener.NONE)
                    .verify(archive, ExpectedSubmission.ANY)
                    .manifest()
                    .files();
            assertThat(files).extracting(each -> each.file().path()).containsExactly(PACKAGE);
            return files.get(0).ekus();
        }
    }

    private Path archive(IngestionEmulator signer, EkuProfile testSigner, String... signAs) throws Exception {
        Path unsigned = TestPackages.write(
                Files.createTempDirectory(folder, "unsigned"), FirmwareVersion.parse("1.0.0.1"), "Display");
        Path packages = Files.createTempDirectory(folder, "signed");
        signer.inputSigner(testSigner).sign(unsigned, packages.resolve(unsigned.getFileName()));
        PartialImage submission = new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE);
        PreparerOptions options = PreparerOptions.of("test", "0.1.0");
        for (String each : signAs) {
            options = options.withSignAs("contoso.display.spkg", each);
        }
        return new SubmissionPreparer(options)
                .prepare(submission, Files.createTempDirectory(folder, "archive"))
                .archive();
    }
}

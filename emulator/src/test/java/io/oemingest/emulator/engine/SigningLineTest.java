package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.emulator.port.PackageRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningLineTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;
    private static final SubmissionTicket TICKET = new SubmissionTicket("TKT-SIGN-TEST-TEST01");
    private static final String DISPLAY = "packages/Contoso.Display.spkg";
    private static final String SIGNED_ZIP = "submissions/TKT-SIGN-TEST-TEST01/Contoso.TKT-SIGN-TEST-TEST01.zip";

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
    void goesThroughEveryStateToSigned() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Touch", "Display"));
        assertThat(state()).isEqualTo(SubmissionState.RECEIVED);
        fixture.time.pass(Duration.ofMinutes(1));
        assertThat(fixture.queue.runNext()).isTrue();
        assertThat(state()).isEqualTo(SubmissionState.SIGNING);
        fixture.time.pass(Duration.ofMinutes(1));
        assertThat(fixture.queue.runNext()).isTrue();
        assertThat(engine.submission(CONTOSO, TICKET.id()).history())
                .containsExactly(
                        new StateChange(SubmissionState.RECEIVED, SettableTime.START),
                        new StateChange(SubmissionState.VALIDATING, SettableTime.START.plusSeconds(60)),
                        new StateChange(SubmissionState.SIGNING, SettableTime.START.plusSeconds(60)),
                        new StateChange(SubmissionState.SIGNED, SettableTime.START.plusSeconds(120)));
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).acceptable()).isTrue();
        assertThat(fixture.queue.runNext()).isFalse();
    }

    @Test
    void leavesTheSignedArchiveAndNothingElse() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Touch", "Display"));
        fixture.queue.runAll();
        assertThat(fixture.files()).containsExactly(SIGNED_ZIP);
        assertThat(fixture.workFolders()).isEmpty();
        SignedArchiveBlob blob = engine.signedArchive(CONTOSO, TICKET.id());
        assertThat(blob.fileName()).isEqualTo("Contoso.TKT-SIGN-TEST-TEST01.zip");
        assertThat(blob.file()).isEqualTo(fixture.folder.toAbsolutePath().resolve(SIGNED_ZIP));
        try (ByteSource zip = ByteSource.open(blob.file())) {
            assertThat(blob.size()).isEqualTo(zip.size());
            assertThat(blob.sha256()).isEqualTo(Digest.sha256(zip));
        }
    }

    @Test
    void hasTidiedUpWhenTheFinalStateIsSeen() throws Exception {
        List<String> seen = new ArrayList<>();
        fixture.onChange = next -> seen.add(next.state().text() + " " + fixture.files());
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        fixture.queue.runAll();
        assertThat(seen).last().isEqualTo("Signed [" + SIGNED_ZIP + "]");
        fixture.signer.notSigned.put("packages/Contoso.Touch.spkg", "there is no signature.");
        fixture.submitted(CONTOSO, archives.contextFree("Touch"));
        fixture.queue.runAll();
        assertThat(seen).last().isEqualTo("Failed [" + SIGNED_ZIP + "]");
    }

    @Test
    void listsInTheSignedArchiveWhatWasSignedForWhom() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Touch", "Display"));
        fixture.queue.runAll();
        Path file = engine.signedArchive(CONTOSO, TICKET.id()).file();
        try (SignedArchive archive = SignedArchive.open(file, FormatLimits.defaults())) {
            assertThat(archive.manifest().ticket()).isEqualTo(TICKET);
            assertThat(archive.manifest().environment()).isEqualTo("TEST");
            assertThat(archive.manifest().signedAt()).isEqualTo(SettableTime.START);
            assertThat(archive.manifest().files()).hasSize(2);
            SignedFile first = archive.manifest().files().get(0);
            assertThat(first.file().path()).isEqualTo(DISPLAY);
            assertThat(first.input()).isEqualTo(first.file().sha256());
            assertThat(first.ekus()).isEqualTo(PretendSigner.OEM);
            assertThat(first.signerThumbprint()).isEqualTo(PretendSigner.THUMBPRINT);
        }
    }

    @Test
    void failsASubmissionThatTheSharedRulesRefuse() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree(FirmwareVersion.ZERO, "Display"));
        fixture.queue.runAll();
        List<Finding> findings = engine.validationReport(CONTOSO, TICKET.id()).findings(Severity.BLOCK);
        assertThat(findings).extracting(finding -> finding.rule().text()).containsExactly("STD-02");
        assertFailed(
                ReasonCode.VALIDATION_FAILED, "Validation found something that blocks signing: " + findings.get(0));
    }

    @Test
    void failsASubmissionWithAPackageThatIsNotTestSigned() throws Exception {
        fixture.signer.notSigned.put(DISPLAY, "there is no signature.");
        fixture.submitted(CONTOSO, archives.contextFree("Display", "Touch"));
        fixture.queue.runAll();
        Finding expected = new Finding(
                RuleId.of("PKG-18"),
                Severity.BLOCK,
                Location.ofFile(DISPLAY),
                "The package is not properly test-signed: signature: there is no signature.",
                "Sign the package with a test certificate that this service trusts, after its last change.");
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).findings()).containsExactly(expected);
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).skipped())
                .extracting(skipped -> skipped.rule() + ": " + skipped.reason())
                .contains("PAR-04: The package " + DISPLAY + " has no test signature that counts");
        assertFailed(ReasonCode.VALIDATION_FAILED, "Validation found something that blocks signing: " + expected);
    }

    @Test
    void failsAContextFreeSubmissionWithACombinationThatTheAccountMayNotUse() throws Exception {
        fixture.signer.ekus.put(DISPLAY, PretendSigner.HAL);
        fixture.submitted(CONTOSO, archives.contextFree("Display", "Touch"));
        fixture.queue.runAll();
        Finding expected = new Finding(
                RuleId.of("PAR-04"),
                Severity.BLOCK,
                Location.ofFile(DISPLAY),
                "The account Contoso may not use the EKU combination '" + PretendSigner.HAL
                        + "' in a context-free submission.",
                "Use a combination of the account, or ask for this one.",
                Map.of("combinations of the account", PretendSigner.OEM.toString()));
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).findings()).containsExactly(expected);
        assertFailed(ReasonCode.EKU_NOT_ALLOWED, "Validation found something that blocks signing: " + expected);
    }

    @Test
    void failsASubmissionWithACombinationForWhichThereIsNoCertificate() throws Exception {
        fixture.signer.ekus.put(DISPLAY, PretendSigner.UNKNOWN);
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        fixture.queue.runAll();
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).findings())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("evidence")
                .containsExactly(new Finding(
                        RuleId.of("PAR-04"),
                        Severity.BLOCK,
                        Location.ofFile(DISPLAY),
                        "The service has no certificate for the EKU combination '" + PretendSigner.UNKNOWN + "'.",
                        "Sign every part of the package with one of the test certificates for packages."));
        assertThat(state()).isEqualTo(SubmissionState.FAILED);
    }

    @Test
    void letsAContextualSubmissionUseEveryCombinationThatCanBeSigned() throws Exception {
        fixture.signer.ekus.put(DISPLAY, PretendSigner.HAL);
        fixture.submitted(CONTOSO, archives.contextual("Display"));
        fixture.queue.runAll();
        assertThat(engine.validationReport(CONTOSO, TICKET.id()).findings()).isEmpty();
        assertThat(state()).isEqualTo(SubmissionState.SIGNED);
    }

    @Test
    void failsAContextualSubmissionWithAPackageThatTheImageDoesNotHave() throws Exception {
        fixture.submitted(CONTOSO, archives.contextual("Display", "Touch"));
        fixture.queue.runAll();
        List<Finding> findings = engine.validationReport(CONTOSO, TICKET.id()).findings();
        assertThat(findings)
                .extracting(finding -> finding.rule() + " " + finding.location() + " " + finding.message())
                .containsExactly("PAR-03 packages/Contoso.Touch.spkg "
                        + "The image's update history has no package Contoso.Touch.");
        assertFailed(
                ReasonCode.VALIDATION_FAILED, "Validation found something that blocks signing: " + findings.get(0));
    }

    @Test
    void failsAndLeavesNothingWhenTheSignerBreaksDown() throws Exception {
        fixture.signer.whileSigning = name -> {
            throw new IllegalStateException("the key is gone");
        };
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        fixture.queue.runAll();
        assertFailed(
                ReasonCode.INTERNAL_ERROR, "The service broke down: java.lang.IllegalStateException: the key is gone");
    }

    @Test
    void failsAndLeavesNothingWhenTheSecondPackageCannotBeSigned() throws Exception {
        fixture.signer.whileSigning = name -> {
            if (name.contains("Touch")) {
                throw new PackageRefusedException(Location.ofFile(name), "it is too large", null);
            }
        };
        fixture.submitted(CONTOSO, archives.contextFree("Display", "Touch"));
        fixture.queue.runAll();
        assertFailed(ReasonCode.VALIDATION_FAILED, "packages/Contoso.Touch.spkg: it is too large");
    }

    @Test
    void survivesAnErrorOfTheMachine() throws Exception {
        fixture.signer.whileSigning = name -> {
            throw new OutOfMemoryError("pretended");
        };
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        fixture.queue.runAll();
        assertFailed(ReasonCode.INTERNAL_ERROR, "The service broke down: java.lang.OutOfMemoryError: pretended");
        fixture.signer.whileSigning = name -> {};
        fixture.submitted(CONTOSO, archives.contextFree("Touch"));
        fixture.queue.runAll();
        assertThat(engine.submission(CONTOSO, "TKT-SIGN-TEST-TEST02").state()).isEqualTo(SubmissionState.SIGNED);
    }

    @Test
    void stopsForTheOperatorsAndGoesOnAfterThem() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        fixture.queue.runNext();
        engine.intervene(TICKET);
        assertThat(state()).isEqualTo(SubmissionState.PENDING_MANUAL_INTERVENTION);
        engine.intervene(TICKET);
        fixture.queue.runAll();
        assertThat(state()).isEqualTo(SubmissionState.PENDING_MANUAL_INTERVENTION);
        engine.resume(TICKET);
        assertThat(state()).isEqualTo(SubmissionState.SIGNING);
        fixture.queue.runAll();
        assertThat(state()).isEqualTo(SubmissionState.SIGNED);
        assertThat(engine.submission(CONTOSO, TICKET.id()).history())
                .extracting(StateChange::state)
                .containsExactly(
                        SubmissionState.RECEIVED,
                        SubmissionState.VALIDATING,
                        SubmissionState.SIGNING,
                        SubmissionState.PENDING_MANUAL_INTERVENTION,
                        SubmissionState.SIGNING,
                        SubmissionState.SIGNED);
    }

    @Test
    void stopsForTheOperatorsAsSoonAsItComesToSigning() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        engine.intervene(TICKET);
        assertThat(state()).isEqualTo(SubmissionState.RECEIVED);
        fixture.queue.runAll();
        assertThat(state()).isEqualTo(SubmissionState.PENDING_MANUAL_INTERVENTION);
    }

    @Test
    void givesUpASigningThatTheOperatorsInterruptAndLeavesNoFilesOfIt() throws Exception {
        fixture.signer.whileSigning = name -> engine.intervene(TICKET);
        fixture.submitted(CONTOSO, archives.contextFree("Display", "Touch"));
        fixture.queue.runAll();
        assertThat(state()).isEqualTo(SubmissionState.PENDING_MANUAL_INTERVENTION);
        assertThat(fixture.files()).containsExactly("submissions/TKT-SIGN-TEST-TEST01/submission.zip");
        assertThat(fixture.workFolders()).isEmpty();
        fixture.signer.whileSigning = name -> {};
        engine.resume(TICKET);
        fixture.queue.runAll();
        assertThat(fixture.files()).containsExactly(SIGNED_ZIP);
    }

    @Test
    void signsOnceWhenTheOperatorsInterruptAndResumeInTheMiddle() throws Exception {
        fixture.signer.whileSigning = name -> {
            fixture.signer.whileSigning = again -> {};
            engine.intervene(TICKET);
            engine.resume(TICKET);
        };
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        assertThat(fixture.queue.runAll()).as("validate, sign, sign again").isEqualTo(3);
        assertThat(state()).isEqualTo(SubmissionState.SIGNED);
        assertThat(fixture.files()).containsExactly(SIGNED_ZIP);
    }

    @Test
    void tellsTheOperatorsWhatCannotBeDone() throws Exception {
        fixture.submitted(CONTOSO, archives.contextFree("Display"));
        assertThatThrownBy(() -> engine.resume(TICKET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TKT-SIGN-TEST-TEST01 waits for nobody; it is in state Received");
        fixture.queue.runAll();
        assertThatThrownBy(() -> engine.intervene(TICKET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TKT-SIGN-TEST-TEST01 is in state Signed, which is final");
        assertThatThrownBy(() -> engine.resume(TICKET))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("TKT-SIGN-TEST-TEST01 waits for nobody; it is in state Signed");
        assertThatThrownBy(() -> engine.intervene(new SubmissionTicket("TKT-SIGN-TEST-ZZZZZZ")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("There is no submission TKT-SIGN-TEST-ZZZZZZ");
    }

    private SubmissionState state() throws Refusal {
        return engine.submission(CONTOSO, TICKET.id()).state();
    }

    private void assertFailed(ReasonCode reason, String detail) throws Exception {
        Submission submission = engine.submission(CONTOSO, TICKET.id());
        assertThat(submission.state()).isEqualTo(SubmissionState.FAILED);
        assertThat(submission.failure()).isEqualTo(new SubmissionFailure(reason, detail));
        assertThat(submission.message()).isEqualTo(detail);
        assertThat(submission.signedArchive()).isNull();
        assertThat(fixture.files()).isEmpty();
        assertThat(fixture.workFolders()).isEmpty();
    }
}

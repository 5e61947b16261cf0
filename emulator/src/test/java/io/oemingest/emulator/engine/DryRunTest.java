package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.UnreadableFile;
import io.oemingest.core.validation.Findings;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationContext;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.ValidationRule;
import io.oemingest.core.validation.rules.StandardRules;
import io.oemingest.emulator.store.ManualWorkQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dry run says what a submission of the same facts would be told, and leaves no trace. */
class DryRunTest {
    private static final Set<String> OF_SIGNATURES = Set.of("PKG-18", "PAR-04");

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private TestArchives archives;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        archives = new TestArchives(folder);
        fixture.engine.enterImage(new BookedImage(EngineFixture.CONTOSO.clientId(), baseline(), WspcStatus.BASELINE));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void findsWhatTheSubmissionWouldBeToldWithTheSameBaselinesAndAccount() throws Exception {
        for (byte[] archive : List.of(
                archives.contextFree("Display"),
                archives.contextual("Touch"),
                archives.image(false, "2.0.0.0", "A"),
                archives.image(true, "2.0.0.0", "A"),
                archives.ffuCatalog("Fabrikam.Phone.One"))) {
            ValidationReport dry = fixture.engine.check(EngineFixture.CONTOSO, facts(archive));
            Submission submission =
                    fixture.submitted(EngineFixture.CONTOSO, archive).submission();
            fixture.queue.runAll();
            ValidationReport real = fixture.engine.validationReport(
                    EngineFixture.CONTOSO, submission.ticket().id());

            assertThat(dry.findings()).isEqualTo(real.findings());
            assertThat(withoutSignatures(dry)).isEqualTo(withoutSignatures(real));
        }
    }

    @Test
    void theImageAboveIsComparedWithTheBaselineOfTheAccountAndNobodyElses() throws Exception {
        SubmissionContents image = facts(archives.image(true, "2.0.0.0", "A"));

        assertThat(fixture.engine.check(EngineFixture.CONTOSO, image).findings())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).hasToString("WSP-07");
                    assertThat(each.evidence()).containsEntry("baseline", "TKT-SIGN-TEST-BASE01 (1.0.0.0)");
                });
        assertThat(fixture.engine.check(EngineFixture.FABRIKAM, image).findings())
                .extracting(each -> each.rule() + " " + each.evidence().get("account"))
                .containsExactly("DTI-03 Fabrikam", "WSP-14 null");
    }

    @Test
    void leavesNoTrace() throws Exception {
        fixture.engine.check(EngineFixture.CONTOSO, facts(archives.image(true, "2.0.0.0", "A")));

        assertThat(fixture.files()).isEmpty();
        assertThat(fixture.queue.runAll()).isZero();
        assertThat(fixture.engine
                        .submissions(EngineFixture.CONTOSO, SubmissionQuery.all())
                        .items())
                .isEmpty();
        assertThat(fixture.images.all()).extracting(BookedImage::image).containsExactly(baseline());
    }

    @Test
    void saysThatSignaturesWereNotJudgedAndJudgesTheCombinationThatTheFactsName() throws Exception {
        SubmissionContents plain = facts(archives.contextFree("Display"));
        assertThat(signatureSkips(fixture.engine.check(EngineFixture.CONTOSO, plain)))
                .containsExactly(
                        "PAR-04 Only the present signers of whole packages are known, not those of their parts.",
                        "PKG-18 Signatures are judged by the packages themselves, which are not here.");

        ValidationReport strange =
                fixture.engine.check(EngineFixture.CONTOSO, signedWith(PretendSigner.UNKNOWN, plain));
        assertThat(strange.findings())
                .extracting(each -> each.rule() + " " + each.message())
                .containsExactly("PAR-04 The service has no certificate for the EKU combination '"
                        + PretendSigner.UNKNOWN + "'.");
        ValidationReport foreign = fixture.engine.check(EngineFixture.CONTOSO, signedWith(PretendSigner.HAL, plain));
        assertThat(foreign.findings())
                .extracting(each -> each.rule() + " " + each.evidence())
                .containsExactly("PAR-04 {combinations of the account=" + PretendSigner.OEM + "}");
        assertThat(fixture.engine
                        .check(EngineFixture.CONTOSO, signedWith(PretendSigner.OEM, plain))
                        .findings())
                .isEmpty();
    }

    @Test
    void refusesWhomASubmissionWouldRefuseAndNamesThePermission() throws Exception {
        SubmissionContents contextual = facts(archives.contextual("Display"));

        Refusal nobody = refused(EngineFixture.NOBODY, contextual);
        assertThat(nobody.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
        assertThat(nobody.findings())
                .singleElement()
                .hasToString("PAR-01 account: The account Nobody lacks the permission for partial images."
                        + " Mend: Ask the operators of the service for the permission.");
        assertThat(refused(EngineFixture.FABRIKAM, contextual).findings())
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.rule()).hasToString("PAR-02");
                    assertThat(each.evidence())
                            .isEqualTo(Map.of("permission", "IndividualPackage", "account", "Fabrikam"));
                });
        Refusal catalog = refused(EngineFixture.NOBODY, facts(archives.ffuCatalog("Nobody.Phone.One")));
        assertThat(catalog.permission()).isEqualTo("FfuCatalog");
        assertThat(catalog.findings()).isEmpty();
        assertThat(refused(EngineFixture.CONTOSO, facts(archives.contextFree("A", "B", "C", "D")))
                        .reason())
                .isEqualTo(ReasonCode.PAYLOAD_TOO_LARGE);
    }

    @Test
    void aRuleThatBreaksDownLeavesNothingAcceptableHereAndInTheSubmission() throws Exception {
        List<ValidationRule> rules = new ArrayList<>(StandardRules.all());
        rules.add(new BrokenRule());
        ManualWorkQueue queue = new ManualWorkQueue();
        byte[] archive = archives.contextFree("Display");
        try (IngestionEngine engine = fixture.engine(queue, rules)) {
            ValidationReport report = engine.check(EngineFixture.CONTOSO, facts(archive));
            assertThat(report.findings()).isEmpty();
            assertThat(report.ruleFailures())
                    .containsExactly(new RuleFailure(BrokenRule.ID, "java.lang.IllegalStateException: lost a fact"));
            assertThat(report.acceptable()).isFalse();

            Upload upload = engine.createUpload(EngineFixture.CONTOSO, archive.length, Map.of());
            engine.append(EngineFixture.CONTOSO, upload.id(), 0, EngineFixture.body(archive));
            Submission made = engine.createSubmission(
                            EngineFixture.CONTOSO,
                            upload.id(),
                            Digest.sha256(archive).hex(),
                            null)
                    .submission();
            queue.runAll();
            assertThat(engine.submission(EngineFixture.CONTOSO, made.ticket().id())
                            .failure())
                    .isEqualTo(new SubmissionFailure(
                            ReasonCode.INTERNAL_ERROR,
                            "A rule of the service broke down; the submission was not judged."));
        }
    }

    @Test
    void aMissingFactIsSkippedWithItsReasonAndNeverPassed() throws Exception {
        SubmissionContents whole = facts(archives.image(false, "2.0.0.0", "A"));
        SubmissionContents part = new SubmissionContents(
                whole.kind(),
                ImageDocuments.NONE,
                whole.packages(),
                List.of(),
                List.of(new UnreadableFile(Location.ofFile("packages/Contoso.B.spkg"), "is no cabinet")));

        ValidationReport report = fixture.engine.check(EngineFixture.CONTOSO, part);

        assertThat(report.findings())
                .extracting(each -> each.rule() + " " + each.location())
                .contains("WSP-22 packages/Contoso.B.spkg")
                .doesNotContain("WSP-06 packages");
        assertThat(report.skipped())
                .contains(new SkippedRule(
                        RuleId.of("WSP-06"),
                        "The package set is not known: not every package of the image can be loaded."));
        assertThat(report.acceptable()).isFalse();
    }

    private static final class BrokenRule implements ValidationRule {
        private static final RuleId ID = RuleId.of("STD-07");

        @Override
        public RuleId id() {
            return ID;
        }

        @Override
        public void check(SubmissionContents contents, ValidationContext context, Findings findings) {
            throw new IllegalStateException("lost a fact");
        }
    }

    private Refusal refused(Account account, SubmissionContents contents) {
        return catchThrowableOfType(Refusal.class, () -> fixture.engine.check(account, contents));
    }

    private SubmissionContents facts(byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("facts.zip"), archive);
        try (SubmissionArchive opened = SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            return opened.contents();
        }
    }

    private static SubmissionContents signedWith(EkuCombination ekus, SubmissionContents contents) {
        return new SubmissionContents(
                contents.kind(),
                contents.documents(),
                contents.packages().stream()
                        .map(each -> new PackageFacts(
                                each.file(),
                                each.name(),
                                each.style(),
                                each.identity(),
                                each.version(),
                                each.attributes(),
                                ekus,
                                each.details()))
                        .toList(),
                contents.strays(),
                contents.unreadable());
    }

    private static List<String> signatureSkips(ValidationReport report) {
        return report.skipped().stream()
                .filter(each -> OF_SIGNATURES.contains(each.rule().text()))
                .map(each -> each.rule() + " " + each.reason())
                .toList();
    }

    private static List<SkippedRule> withoutSignatures(ValidationReport report) {
        return report.skipped().stream()
                .filter(each -> !OF_SIGNATURES.contains(each.rule().text()))
                .toList();
    }

    private static Baseline baseline() {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100", "000-DE"),
                FirmwareVersion.parse("1.0.0.0"),
                new SubmissionTicket("TKT-SIGN-TEST-BASE01"),
                PackageNames.of(List.of("Contoso.Retired")));
    }
}

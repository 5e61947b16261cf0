package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionLogTest {
    private static final UUID REQUEST = new UUID(1, 1);

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private TestArchives archives;
    private DecisionLog decisions;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        archives = new TestArchives(folder);
        decisions = fixture.engine.decisions();
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void aFailedBaselineTellsWhatItWasComparedWithAndWhichRuleDecided() throws Exception {
        enterBaseline();
        Submission submission = fixture.submitted(EngineFixture.CONTOSO, archives.image(true, "2.0.0.0", "A"))
                .submission();
        decisions.made(REQUEST, submission.ticket());
        fixture.queue.runAll();

        assertThat(decisions.of(REQUEST)).singleElement().satisfies(each -> {
            assertThat(each.correlationId()).isEqualTo(REQUEST);
            assertThat(each.account()).isEqualTo("Contoso");
            assertThat(each.ticket()).isEqualTo(submission.ticket().id());
            assertThat(each.reason()).isEqualTo(ReasonCode.VALIDATION_FAILED);
            assertThat(each.lookedUp())
                    .isEqualTo(Map.of(
                            "profile",
                            "standard",
                            "baselines for OEM Contoso, operator 000-DE, device D100 beside 2.0.0.0",
                            "TKT-SIGN-TEST-BASE01 (1.0.0.0)"));
            assertThat(each.findings())
                    .extracting(found -> found.rule() + " " + found.evidence().get("baseline"))
                    .containsExactly("WSP-07 TKT-SIGN-TEST-BASE01 (1.0.0.0)");
        });
        assertThat(decisions.of(submission.ticket())).hasSize(1);
        assertThat(decisions.of(new UUID(9, 9))).isEmpty();
    }

    @Test
    void aContextualSubmissionTellsThePermissionsThatWereLookedUp() throws Exception {
        Submission submission = fixture.submitted(EngineFixture.CONTOSO, archives.contextual("Touch"))
                .submission();
        fixture.queue.runAll();

        assertThat(decisions.of(submission.ticket())).singleElement().satisfies(each -> {
            assertThat(each.lookedUp())
                    .containsEntry("permissions that were needed and granted", "PartialImage, IndividualPackage");
            assertThat(each.findings()).extracting(found -> found.rule().text()).containsExactly("PAR-03");
        });
    }

    @Test
    void aMissingPermissionIsNamedWithThoseThatThereAre() throws Exception {
        SubmissionContents contextual = facts(archives.contextual("Display"));
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> fixture.engine.check(EngineFixture.FABRIKAM, contextual));
        decisions.refused(REQUEST, EngineFixture.FABRIKAM, refusal);

        assertThat(decisions.of(REQUEST)).singleElement().satisfies(each -> {
            assertThat(each.lookedUp())
                    .isEqualTo(Map.of(
                            "permission", "IndividualPackage",
                            "permissions of the account", "PartialImage"));
            assertThat(each.findings()).extracting(found -> found.rule().text()).containsExactly("PAR-02");
            assertThat(each)
                    .hasToString("PermissionDenied for Fabrikam, correlation " + REQUEST
                            + ": The account Fabrikam lacks the permission IndividualPackage."
                            + "; permission: IndividualPackage; permissions of the account: PartialImage"
                            + "; PAR-02 " + each.findings().get(0).evidence());
        });
    }

    @Test
    void whatBreaksDownWhileSigningIsDecidedWithoutARule() throws Exception {
        fixture.signer.whileSigning = name -> {
            throw new IOException("the disk is full");
        };
        Submission submission = fixture.submitted(EngineFixture.CONTOSO, archives.contextFree("Display"))
                .submission();
        fixture.queue.runAll();

        assertThat(decisions.of(submission.ticket())).singleElement().satisfies(each -> {
            assertThat(each.reason()).isEqualTo(ReasonCode.INTERNAL_ERROR);
            assertThat(each.detail()).contains("the disk is full");
            assertThat(each.findings()).isEmpty();
        });
    }

    @Test
    void onlyTheLatestDecisionsAndRequestsAreKept() {
        int more = DecisionLog.MAX_KEPT + 1;
        IntStream.range(0, more).forEach(i -> {
            decisions.refused(new UUID(2, i), null, ReasonCode.INVALID_REQUEST, "Number " + i + ".");
            decisions.made(new UUID(3, i), new SubmissionTicket("TKT-SIGN-TEST-BASE01"));
        });

        assertThat(decisions.of(new UUID(2, 0))).isEmpty();
        assertThat(decisions.of(new UUID(2, 1))).hasSize(1);
        assertThat(decisions.of(new UUID(2, more - 1)))
                .extracting(Decision::detail)
                .containsExactly("Number " + (more - 1) + ".");
        assertThat(IntStream.range(0, more)
                        .filter(i -> !decisions.of(new UUID(2, i)).isEmpty()))
                .hasSize(DecisionLog.MAX_KEPT);
    }

    @Test
    void aDecisionKeepsTheFirstFindingsOnly() throws Exception {
        List<String> names = IntStream.range(0, 3).mapToObj(i -> "P" + i).toList();
        names.forEach(each -> fixture.signer.notSigned.put("packages/Contoso." + each + ".spkg", "no signature"));
        Submission submission = fixture.submitted(
                        EngineFixture.CONTOSO, archives.contextFree(names.toArray(String[]::new)))
                .submission();
        fixture.queue.runAll();
        Decision decision = decisions.of(submission.ticket()).get(0);
        assertThat(decision.findings()).hasSize(3);

        Decision many = new Decision(
                REQUEST,
                decision.at(),
                null,
                null,
                decision.reason(),
                "Many.",
                Map.of(),
                Collections.nCopies(
                        Decision.MAX_FINDINGS + 1, decision.findings().get(0)));
        assertThat(many.findings()).hasSize(Decision.MAX_FINDINGS);
    }

    private void enterBaseline() {
        fixture.engine.enterImage(new BookedImage(
                EngineFixture.CONTOSO.clientId(),
                new Baseline(
                        ProductType.WINDOWS_PHONE_BLUE,
                        new PhoneOperatorPairing("Contoso", "D100", "000-DE"),
                        FirmwareVersion.parse("1.0.0.0"),
                        new SubmissionTicket("TKT-SIGN-TEST-BASE01"),
                        PackageNames.of(List.of("Contoso.Retired"))),
                WspcStatus.BASELINE));
    }

    private SubmissionContents facts(byte[] archive) throws IOException {
        Path file = Files.write(folder.resolve("facts.zip"), archive);
        try (SubmissionArchive opened = SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            return opened.contents();
        }
    }
}

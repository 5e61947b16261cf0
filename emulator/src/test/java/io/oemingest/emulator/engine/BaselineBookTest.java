package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Image after image of one phone, each compared with the baselines that were signed before it. */
class BaselineBookTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;
    private static final PhoneOperatorPairing GERMANY = new PhoneOperatorPairing("Contoso", "D100", "000-DE");
    private static final BaselineFilter ALL = new BaselineFilter(ProductType.WINDOWS_PHONE_BLUE, GERMANY, null);

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private TestArchives archives;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        archives = new TestArchives(folder);
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void anImageWithTheFlagBecomesABaselineWhenItIsSigned() throws Exception {
        SubmissionTicket ticket = submit(true, "1.0.0.0", "A");
        assertThat(baselines()).isEmpty();
        fixture.queue.runAll();
        assertThat(rules(ticket)).containsExactly("WSP-14");
        assertThat(baselines())
                .containsExactly(new Baseline(
                        ProductType.WINDOWS_PHONE_BLUE,
                        GERMANY,
                        FirmwareVersion.parse("1.0.0.0"),
                        ticket,
                        PackageNames.of(List.of("Contoso.A", "Contoso.DEMO.Customizations.MainOS"))));
        assertThat(fixture.engine.baselines(EngineFixture.FABRIKAM, ALL)).isEmpty();
    }

    @Test
    void anImageWithoutTheFlagIsSignedWhateverItLacksAndBecomesNone() throws Exception {
        SubmissionTicket first = submitted(true, "1.0.0.0", "A");
        SubmissionTicket second = submitted(false, "2.0.0.0", "B");
        assertThat(state(second)).isEqualTo(SubmissionState.SIGNED);
        assertThat(rules(second)).containsExactly("WSP-06");
        assertThat(statuses()).containsExactly(WspcStatus.BASELINE, WspcStatus.NON_COMPLIANT);
        submitted(false, "3.0.0.0", "A");
        assertThat(statuses()).containsExactly(WspcStatus.BASELINE, WspcStatus.NON_COMPLIANT, WspcStatus.COMPLIANT);
        assertThat(baselines()).extracting(Baseline::ticket).containsExactly(first);
    }

    @Test
    void aBaselineThatLacksPackagesIsRefused() throws Exception {
        SubmissionTicket first = submitted(true, "1.0.0.0", "A");
        SubmissionTicket second = submitted(true, "2.0.0.0", "B");
        assertThat(state(second)).isEqualTo(SubmissionState.FAILED);
        assertThat(fixture.engine.validationReport(CONTOSO, second.id()).findings())
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("The image 2.0.0.0 lacks 1 package of the baseline " + first
                        + " (1.0.0.0): Contoso.A. Not compliant: OEM Contoso, operator 000-DE, device D100.");
        assertThat(baselines()).extracting(Baseline::ticket).containsExactly(first);
    }

    @Test
    void ofTwoBaselinesOfOneVersionThatArriveTogetherOneIsSigned() throws Exception {
        SubmissionTicket first = submit(true, "1.0.0.0", "A");
        SubmissionTicket second = submit(true, "1.0.0.0", "B");
        fixture.queue.runAll();
        assertThat(state(first)).isEqualTo(SubmissionState.SIGNED);
        assertThat(fixture.engine.submission(CONTOSO, second.id()).failure())
                .isEqualTo(new SubmissionFailure(
                        ReasonCode.VALIDATION_FAILED,
                        "packages: The baseline " + first
                                + " (1.0.0.0) was signed meanwhile and has the same version for"
                                + " OEM Contoso, operator 000-DE, device D100."));
        assertThat(baselines()).extracting(Baseline::ticket).containsExactly(first);
    }

    /** WSPC: "All existing WSPC submissions will automatically be marked as baseline". */
    @Test
    void whatWasCompliantBeforeThereWereBaselinesIsOne() throws Exception {
        enter("OLD001", WspcStatus.LEGACY_NON_COMPLIANT);
        assertThat(rules(submitted(true, "1.0.0.0", "A"))).containsExactly("WSP-14");
        enter("OLD002", WspcStatus.LEGACY_COMPLIANT);
        assertThat(rules(submitted(true, "0.0.0.3", "A"))).containsExactly("WSP-11");
    }

    @Test
    void oneTicketHasOneImageForAPhone() {
        enter("OLD001", WspcStatus.BASELINE);
        assertThatThrownBy(() -> enter("OLD001", WspcStatus.COMPLIANT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("TKT-SIGN-TEST-OLD001 has an image for Contoso/D100/000-DE already");
    }

    /** VER-03; REQ: a package with the same version counts as the same package. */
    @Test
    void anImageIsComparedWithTheOneThatItUpdates() throws Exception {
        submitted(true, "1.0.0.0", "A");
        byte[] next = archives.image(FirmwareVersion.parse("1.0.0.0"), false, "1.0.0.1", "A");
        SubmissionTicket ticket = fixture.submitted(CONTOSO, next).submission().ticket();
        fixture.queue.runAll();
        assertThat(fixture.engine.validationReport(CONTOSO, ticket.id()).findings())
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("Contoso.DEMO.Customizations.MainOS has changed, its version 1.0.0.0 is that of the image"
                        + " before.");
    }

    @Test
    void theImageThatIsUpdatedIsTheNearestBelow() throws Exception {
        submitted(false, "1.5.0.0", "A");
        submitted(false, "1.0.0.0", "A");
        submitted(false, "2.0.0.0", "A");
        BaselineBook book = new BaselineBook(new BookedImages(fixture.images));
        assertThat(book.before(CONTOSO.clientId(), contents("2.0.0.0"))).isSameAs(contents("1.5.0.0"));
        assertThat(book.before(CONTOSO.clientId(), contents("1.5.0.0"))).isSameAs(contents("1.0.0.0"));
        assertThat(book.before(CONTOSO.clientId(), contents("1.0.0.0"))).isNull();
        assertThat(book.before(EngineFixture.FABRIKAM.clientId(), contents("2.0.0.0")))
                .isNull();
    }

    @Test
    void anImageOfThePastNamesAPhoneAndItsVersion() throws Exception {
        submitted(false, "1.0.0.0", "A");
        SubmissionContents image = contents("1.0.0.0");
        SubmissionContents nameless = new SubmissionContents(
                image.kind(), image.documents(), List.of(image.packages().get(0)), List.of(), List.of());
        SubmissionTicket ticket = new SubmissionTicket("TKT-SIGN-TEST-OLD001");
        assertThatThrownBy(() -> fixture.engine.enterImage(CONTOSO, ticket, nameless, WspcStatus.COMPLIANT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No image with a phone, an operator and a firmware version: TKT-SIGN-TEST-OLD001");
        fixture.engine.enterImage(CONTOSO, ticket, image, WspcStatus.BASELINE);
        assertThat(baselines()).extracting(Baseline::ticket).containsExactly(ticket);
    }

    private SubmissionContents contents(String version) {
        return fixture.images.all().stream()
                .filter(each -> each.image().version().equals(FirmwareVersion.parse(version)))
                .map(BookedImage::contents)
                .findFirst()
                .orElseThrow();
    }

    private void enter(String code, WspcStatus status) {
        Baseline image = new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                GERMANY,
                FirmwareVersion.parse("0.0.0.2"),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(List.of("Contoso.Retired")));
        fixture.engine.enterImage(new BookedImage(CONTOSO.clientId(), image, status));
    }

    private SubmissionTicket submit(boolean baseline, String version, String... components) throws Exception {
        return fixture.submitted(CONTOSO, archives.image(baseline, version, components))
                .submission()
                .ticket();
    }

    private SubmissionTicket submitted(boolean baseline, String version, String... components) throws Exception {
        SubmissionTicket ticket = submit(baseline, version, components);
        fixture.queue.runAll();
        return ticket;
    }

    private SubmissionState state(SubmissionTicket ticket) throws Refusal {
        return fixture.engine.submission(CONTOSO, ticket.id()).state();
    }

    private List<String> rules(SubmissionTicket ticket) throws Refusal {
        return fixture.engine.validationReport(CONTOSO, ticket.id()).findings().stream()
                .map(each -> each.rule().text())
                .toList();
    }

    private List<Baseline> baselines() {
        return fixture.engine.baselines(CONTOSO, ALL);
    }

    private List<WspcStatus> statuses() {
        return fixture.images.all().stream().map(BookedImage::status).toList();
    }
}

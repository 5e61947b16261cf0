package io.oemingest.core.update;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.update.UpdateImage.Facts;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdatePolicy.ChainPolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateJudgeTest {
    private final Situations given = new Situations();

    @AfterEach
    void saysWhatTheCatalogueAnnounces() {
        given.judged().findings().forEach(CatalogueForms::assertAnnounced);
    }

    @Test
    void findsNothingWrongWithAGoodRequest() {
        assertThat(given.verdict()).isEqualTo("accepted");
        assertThat(given.judged().skipped()).isEmpty();
    }

    @Test
    void refusesTicketsThatDoNotExist() {
        given.target = null;
        given.source = null;
        assertThat(given.verdict())
                .isEqualTo("TicketDoesNotExist; Block RFU-02 targetTicketId: There is no ticket 'TKT-SIGN-TEST-TARGET'."
                        + " | Block RFU-02 sourceTicketId: There is no ticket 'TKT-SIGN-TEST-SOURCE'.");
    }

    @Test
    void tellsNothingOfOthersSubmissions() {
        given.source = new UpdateImage(Situations.SOURCE, false, SubmissionType.PARTIAL_IMAGE, false, null);
        assertThat(given.verdict())
                .isEqualTo("NotTicketOwner; Block RFU-27 sourceTicketId: The ticket TKT-SIGN-TEST-SOURCE belongs to"
                        + " another account.");
    }

    @Test
    void refusesATargetThatIsNoSignedImage() {
        given.target = new UpdateImage(Situations.TARGET, true, SubmissionType.PARTIAL_IMAGE, false, null);
        assertThat(given.verdict())
                .isEqualTo("TargetNotImage; Block RFU-04 targetTicketId: The submission TKT-SIGN-TEST-TARGET is not an"
                        + " image. | Block RFU-03 targetTicketId: The submission TKT-SIGN-TEST-TARGET is not signed.");
        given.target = new UpdateImage(Situations.TARGET, true, SubmissionType.IMAGE, false, null);
        assertThat(given.verdict())
                .isEqualTo("TargetNotSigned; Block RFU-03 targetTicketId: The submission TKT-SIGN-TEST-TARGET is not"
                        + " signed.");
    }

    @Test
    void refusesASourceThatIsNoSignedImage() {
        given.source = new UpdateImage(Situations.SOURCE, true, SubmissionType.IMAGE, false, null);
        assertThat(given.verdict())
                .isEqualTo("InvalidState; Block RFU-03 sourceTicketId: The submission TKT-SIGN-TEST-SOURCE is not"
                        + " signed.");
    }

    @Test
    void refusesTicketsOfAnotherEnvironmentOrWarnsOfThemWhenLenient() {
        SubmissionTicket production = new SubmissionTicket("TKT-SIGN-PROD-ABCD56");
        given.order =
                UpdateOrder.of(production, Situations.SOURCE, UpdateType.TRIAL).forPhone("RM-1045", "000-DE");
        given.target = UpdateImage.signed(production, Situations.facts("2.0.0.0", WspcStatus.BASELINE));
        String finding = " TKT-05 targetTicketId: The ticket TKT-SIGN-PROD-ABCD56 is of the environment PROD, the"
                + " service is TEST.";
        assertThat(given.verdict()).isEqualTo("EnvironmentMismatch; Block" + finding);
        given.policy = UpdatePolicy.LENIENT;
        assertThat(given.verdict()).isEqualTo("accepted; Warn" + finding);
    }

    @Test
    void needsSourceDeviceAndOperatorSinceWindowsPhone81() {
        given.order = UpdateOrder.of(Situations.TARGET, null, UpdateType.RETAIL_SERVICING);
        given.source = null;
        assertThat(given.verdict())
                .isEqualTo(
                        "ChainBroken; Block RFU-06 sourceTicketId: The request names no source ticket, and the target"
                                + " is 8.10.14234.375. | Block RFU-07 deviceName: The request names no device, and the target is"
                                + " 8.10.14234.375. | Block RFU-08 operatorId: The request names no operator, and the target is"
                                + " 8.10.14234.375.");
    }

    @Test
    void needsNoneOfThemBeforeWindowsPhone81() {
        given.order = UpdateOrder.of(Situations.TARGET, null, UpdateType.RETAIL_SERVICING);
        given.source = null;
        given.target = UpdateImage.signed(Situations.TARGET, withSystem(FirmwareVersion.parse("8.0.10512.142")));
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @Test
    void takesAnUnknownSystemForALaterOneUnlessItIsLenient() {
        given.order = UpdateOrder.of(Situations.TARGET, null, UpdateType.RETAIL_SERVICING)
                .forPhone("RM-1045", " ");
        given.source = null;
        given.target = UpdateImage.signed(Situations.TARGET, withSystem(null));
        String source = " RFU-06 sourceTicketId: The request names no source ticket, and the target is of an unknown"
                + " system. | ";
        String operator = " RFU-08 operatorId: The request names no operator, and the target is of an unknown system.";
        assertThat(given.verdict()).isEqualTo("ChainBroken; Block" + source + "Block" + operator);
        given.policy = UpdatePolicy.LENIENT;
        assertThat(given.verdict()).isEqualTo("accepted; Warn" + source + "Warn" + operator);
        given.policy = UpdatePolicy.LENIENT.withChain(ChainPolicy.OFF);
        assertThat(given.verdict()).isEqualTo("accepted; Warn" + operator);
    }

    @Test
    void refusesImagesThatAreNotForThePhone() {
        given.target = UpdateImage.signed(Situations.TARGET, null);
        assertThat(given.verdict())
                .isEqualTo("PopNotTargeted; Block RFU-25 targetTicketId: The image TKT-SIGN-TEST-TARGET is not for"
                        + " RM-1045/000-DE.");
    }

    @Test
    void refusesOtherOptionalFeaturesForTrialsToo() {
        given.order = UpdateOrder.of(Situations.TARGET, Situations.SOURCE, UpdateType.TRIAL)
                .forPhone("RM-1045", "000-DE");
        given.target = UpdateImage.signed(Situations.TARGET, withFeatures("ms_standard_feature_1", "MS_SKYPE"));
        given.source = UpdateImage.signed(Situations.SOURCE, Situations.facts("1.0.0.0", WspcStatus.BASELINE));
        assertThat(given.verdict())
                .isEqualTo(
                        "FeatureSetChanged; Block RFU-19 targetTicketId: Optional features differ: MS_SKYPE only in the"
                                + " target.");
        given.target = UpdateImage.signed(Situations.TARGET, withFeatures("MS_SKYPE"));
        assertThat(given.verdict())
                .endsWith("Optional features differ: MS_SKYPE only in the target; MS_STANDARD_FEATURE_1 only in the"
                        + " source.");
    }

    @Test
    void saysWhenItDoesNotKnowTheFeatures() {
        Facts known = Situations.facts("2.0.0.0", WspcStatus.BASELINE);
        given.target = UpdateImage.signed(
                Situations.TARGET, new Facts(known.image(), known.status(), null, known.osVersion()));
        assertThat(given.verdict()).isEqualTo("accepted");
        assertThat(given.judged().skipped())
                .extracting(each -> each.rule() + " " + each.reason())
                .containsExactly("RFU-19 The optional features of one of the images are not known.");
    }

    @Test
    void continuesTheChainFromTheLastTarget() {
        given.chain.add(link(1, Situations.OTHER, Situations.SOURCE, UpdateStage.LIVE));
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({"REFUSE, ChainBroken; Block", "WARN, accepted; Warn"})
    void refusesOrWarnsWhenTheChainBreaks(ChainPolicy policy, String outcome) {
        given.policy = UpdatePolicy.STRICT.withChain(policy);
        given.chain.add(link(1, Situations.SOURCE, Situations.OTHER, UpdateStage.CANCELLED));
        given.chain.add(link(2, Situations.TARGET, Situations.OTHER, UpdateStage.PREVIEW));
        assertThat(given.verdict())
                .isEqualTo(outcome + " RFU-20 sourceTicketId: The source TKT-SIGN-TEST-SOURCE is not the target of the"
                        + " update before, TKT-SIGN-TEST-OTHERS of TKT-RFU-TEST-LINKED-2.");
    }

    @Test
    void doesNotLookAtTheChainWhenToldSo() {
        given.policy = UpdatePolicy.STRICT.withChain(ChainPolicy.OFF);
        given.chain.add(link(1, Situations.TARGET, Situations.OTHER, UpdateStage.PREVIEW));
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @ParameterizedTest
    @EnumSource(ChainPolicy.class)
    void refusesAForkWhateverTheChainIsWorth(ChainPolicy policy) {
        given.policy = UpdatePolicy.LENIENT.withChain(policy);
        given.chain.add(link(1, Situations.SOURCE, Situations.OTHER, UpdateStage.GENERATION_FAILED));
        assertThat(given.verdict())
                .startsWith(
                        "DuplicateSource; Block RFU-21 sourceTicketId: Another request, TKT-RFU-TEST-LINKED-1, starts"
                                + " from the same source.");
    }

    @ParameterizedTest
    @EnumSource(names = {"CANCELLED", "WITHDRAWN", "GIVEN_UP"})
    void forgetsRequestsThatCameToNothing(UpdateStage stage) {
        given.chain.add(link(1, Situations.SOURCE, Situations.OTHER, stage));
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @Test
    void keepsTrialsAndRetailApart() {
        given.chain.add(
                Situations.link(1, UpdateType.TRIAL, Situations.SOURCE, Situations.OTHER, UpdateStage.TRIAL_PUBLISHED));
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @Test
    void letsARequestReplaceAnEarlierOneFromTheSameSource() {
        UpdateLink earlier = link(1, Situations.SOURCE, Situations.OTHER, UpdateStage.PREVIEW);
        given.chain.add(earlier);
        given.order = given.order.replacing(earlier.ticket());
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "APPROVED, SOURCE, InvalidState, it is in the stage Approved.",
        "LIVE, SOURCE, InvalidState, it is in the stage Live.",
        "PREVIEW, OTHERS, InvalidRequest, "
                + "it is no request of the same type from the same source for the same phone and operator.",
    })
    void refusesToReplaceWhatCannotBe(UpdateStage stage, String from, String reason, String why) {
        UpdateLink earlier = link(1, new SubmissionTicket("TKT-SIGN-TEST-" + from), Situations.TARGET, stage);
        given.chain.add(earlier);
        given.order = given.order.replacing(earlier.ticket());
        assertThat(given.verdict())
                .isEqualTo(reason + "; Block CAN-04 replaces: The request TKT-RFU-TEST-LINKED-1 cannot be replaced: "
                        + why);
    }

    @Test
    void refusesToReplaceWhatDoesNotExist() {
        given.order = given.order.replacing(link(7, Situations.SOURCE, Situations.TARGET, UpdateStage.PREVIEW)
                .ticket());
        assertThat(given.verdict()).startsWith("TicketDoesNotExist; Block CAN-04 replaces: ");
    }

    @ParameterizedTest
    @CsvSource({
        "ARM, WindowsPhoneBlue, RetailServicing, accepted",
        "x86, WindowsPhoneThreshold, Trial, accepted",
        "ARM, WindowsHolographicThreshold, PartnerSelfHost, accepted",
        "ARM, WindowsPhoneThreshold, RetailServicing, OsOnlyRetailNotAllowed; Block AKO-01 type: Updates of the operating"
                + " system alone cannot be requested for retail phones with Windows 10.",
        "ARM, WindowsHolographicThreshold, RetailServicing, OsOnlyRetailNotAllowed; Block AKO-01 type: Updates of the"
                + " operating system alone cannot be requested for retail phones with Windows 10.",
    })
    void knowsWhoMayAskForAnOperatingSystemAlone(String cpu, String product, String type, String outcome) {
        given.order = system(cpu, product, "8.10.12349.825", "8.10.14234.375", UpdateType.parseOrNull(type))
                .forPhone("RM-1045", "000-DE");
        assertThat(given.verdict()).isEqualTo(outcome);
    }

    @Test
    void needsARisingSystemAndItsPhone() {
        given.order = system("ARM", "WindowsPhoneBlue", "8.10.14234.375", "8.10.14234.375", UpdateType.TRIAL);
        assertThat(given.verdict())
                .isEqualTo("InvalidRequest; Block AKO-08 deviceName: The request names no device. | Block AKO-08"
                        + " operatorId: The request names no operator. | Block AKO-07 targetOsVersion: The target"
                        + " 8.10.14234.375 is not above the source 8.10.14234.375.");
        given.order = system("ARM", "WindowsPhoneBlue", "8.0.1.1", "8.0.10512.142", UpdateType.TRIAL);
        assertThat(given.verdict()).isEqualTo("accepted");
    }

    private static UpdateOrder system(String cpu, String product, String source, String target, UpdateType type) {
        return UpdateOrder.of(MicrosoftAkOnly.parse(cpu, product, source, target), type);
    }

    private static UpdateLink link(int number, SubmissionTicket from, SubmissionTicket to, UpdateStage stage) {
        return Situations.link(number, UpdateType.RETAIL_SERVICING, from, to, stage);
    }

    private static Facts withSystem(FirmwareVersion version) {
        Facts known = Situations.facts("2.0.0.0", WspcStatus.BASELINE);
        return new Facts(known.image(), known.status(), known.features(), version);
    }

    private static Facts withFeatures(String... features) {
        Facts known = Situations.facts("2.0.0.0", WspcStatus.BASELINE);
        return new Facts(known.image(), known.status(), List.of(features), known.osVersion());
    }
}

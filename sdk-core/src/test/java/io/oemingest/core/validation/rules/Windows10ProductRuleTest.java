package io.oemingest.core.validation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.image.HistoryPackage;
import io.oemingest.core.format.image.OemInput;
import io.oemingest.core.format.image.UpdateEvent;
import io.oemingest.core.format.image.UpdateHistory;
import io.oemingest.core.format.image.UpdateOutput;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.ReadDocument;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.TestDocuments;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationContext;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Windows10ProductRuleTest {
    private static final String MEND =
            "Name the product WindowsPhoneThreshold, or WindowsIoTCoreThreshold for IoT Core, and prepare again.";
    private static final HistoryPackage WINDOWS_10 = installed("Microsoft", "MobileCore", "10.0.10586.107", false);
    private static final HistoryPackage WINDOWS_PHONE = installed("Microsoft", "MobileCore", "8.10.14219.341", false);

    @Test
    void warnsWhenTheImageHoldsWindows10Packages() {
        contextual(complete(WINDOWS_10, installed("microsoft", "Input", "10.0.10586.107", false)))
                .findsOnTheClient(warning(
                        "UpdateHistory.xml",
                        "The product is WindowsPhoneBlue, but the image holds Microsoft.MobileCore of Windows 10, version"
                                + " 10.0.10586.107."));
    }

    @Test
    void saysNothingOfWindowsPhoneNorOfPackagesOfOthers() {
        contextual(complete(WINDOWS_PHONE, installed("Contoso", "Radio", "10.0.0.1", false)))
                .findsNothing();
    }

    @Test
    void saysNothingWhenTheProductIsOfWindows10() {
        for (ProductType product :
                List.of(ProductType.WINDOWS_PHONE_THRESHOLD, ProductType.WINDOWS_IOT_CORE_THRESHOLD)) {
            contextual(complete(WINDOWS_10)).product(product).findsNothing();
        }
    }

    @Test
    void judgesWhatIsInstalledAndNotWhatWasStagedOrRemoved() {
        contextual(complete(WINDOWS_PHONE), event(2, "Staging Complete", WINDOWS_10))
                .findsNothing();
        contextual(
                        complete(WINDOWS_10),
                        event(2, "Update Complete", installed("Microsoft", "MobileCore", "10.0.10586.107", true)))
                .findsNothing();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 10 IoT Core", "windows 10 mobile"})
    void warnsWhenTheOemInputNamesAProductOfWindows10(String product) throws Exception {
        ImageDocuments documents = new ImageDocuments(
                new ReadDocument<>(file("UpdateHistory.xml"), history(complete(WINDOWS_PHONE))),
                new ReadDocument<>(file("OEMInput.xml"), input(product)));
        Judged.with()
                .contextual(documents)
                .findsOnTheClient(warning(
                        "OEMInput.xml", "The product is WindowsPhoneBlue, but the OEM input's is '" + product + "'."));
    }

    @Test
    void saysNothingOfOtherProductsInTheOemInput() throws Exception {
        for (String product : List.of("Manufacturing OS", "Windows Phone")) {
            ImageDocuments documents = new ImageDocuments(
                    new ReadDocument<>(file("UpdateHistory.xml"), history(complete(WINDOWS_PHONE))),
                    new ReadDocument<>(file("OEMInput.xml"), input(product)));
            Judged.with().contextual(documents).findsNothing();
        }
    }

    @Test
    void isSkippedWhenTheHistoryCouldNotBeRead() {
        Judged judged = Judged.with().contextual(ImageDocuments.NONE);
        judged.findsNothing();
        assertThat(judged.skipped("INI-08")).containsExactly("The update history is not there or cannot be read.");
        assertThat(judged.product(ProductType.WINDOWS_PHONE_THRESHOLD).skipped("INI-08"))
                .isEmpty();
    }

    /** The phone was built with Windows Phone 8.1 and updated to Windows 10 later. */
    @Test
    void doesNotMistakeARealPhoneAsItWasBuiltAndWarnsAfterItsUpdateToWindows10() throws Exception {
        UpdateHistory history;
        OemInput input;
        try (ByteSource events = ByteSource.open(Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml"));
                ByteSource choices = ByteSource.open(Samples.fileOrSkip("device-lumia930", "OEMInput.xml"))) {
            history = UpdateHistory.read(events, FormatLimits.defaults());
            input = OemInput.read(choices, FormatLimits.defaults());
        }

        assertThat(warnings(new UpdateHistory(history.events().subList(0, 1)), input))
                .isEmpty();
        assertThat(warnings(history, input))
                .hasSize(1)
                .allSatisfy(message -> assertThat(message)
                        .startsWith("The product is WindowsPhoneBlue, but the image holds Microsoft.")
                        .contains(" of Windows 10, version 10.0."));
    }

    private static List<String> warnings(UpdateHistory history, OemInput input) {
        ImageDocuments documents = new ImageDocuments(
                new ReadDocument<>(file("UpdateHistory.xml"), history),
                new ReadDocument<>(file("OEMInput.xml"), input));
        return Judged.with().contextual(documents).report(ValidationContext.client()).findings().stream()
                .filter(each -> each.rule().equals(RuleId.of("INI-08")))
                .map(Finding::message)
                .toList();
    }

    private static Judged contextual(UpdateEvent... events) {
        return Judged.with()
                .contextual(new ImageDocuments(new ReadDocument<>(file("UpdateHistory.xml"), history(events)), null));
    }

    private static UpdateHistory history(UpdateEvent... events) {
        return new UpdateHistory(List.of(events));
    }

    /** An imaging event with these packages and the two that are always submitted. */
    private static UpdateEvent complete(HistoryPackage... packages) {
        return event(
                1,
                "Update Complete",
                Stream.concat(Stream.of(contoso("MainOS"), contoso("EFIESP")), Stream.of(packages))
                        .toArray(HistoryPackage[]::new));
    }

    private static UpdateEvent event(int sequence, String state, HistoryPackage... packages) {
        return new UpdateEvent(sequence, null, null, new UpdateOutput(null, 0, state, List.of(packages)));
    }

    private static HistoryPackage contoso(String partition) {
        return installed(PackageIdentity.of("Contoso", "BASE.Phone", partition), "1.0.0.0", partition, false);
    }

    private static HistoryPackage installed(String owner, String component, String version, boolean removal) {
        return installed(PackageIdentity.of(owner, component, null), version, "MainOS", removal);
    }

    private static HistoryPackage installed(
            PackageIdentity identity, String version, String partition, boolean removal) {
        return new HistoryPackage(
                identity,
                FirmwareVersion.parse(version),
                "Production",
                null,
                "Retail",
                "ARM",
                partition,
                null,
                null,
                removal,
                false,
                "c:\\out\\" + identity.name() + ".spkg",
                null,
                "Invalid",
                HistoryPackage.Details.NONE);
    }

    private static OemInput input(String product) {
        return TestDocuments.oemInput("<Description>", "<Product>" + product + "</Product><Description>");
    }

    private static FileFacts file(String name) {
        return new FileFacts(name, 1, Digest.sha256(new byte[1]));
    }

    private static Finding warning(String file, String message) {
        return new Finding(RuleId.of("INI-08"), Severity.WARN, Location.ofFile(file), message, MEND);
    }
}

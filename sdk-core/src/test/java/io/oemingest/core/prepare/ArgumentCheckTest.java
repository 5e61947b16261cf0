package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.FfuCatalog;
import io.oemingest.core.submission.Image;
import io.oemingest.core.submission.PackageRoots;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.testing.CatalogueForms;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationPolicy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The folders and files named here do not exist: arguments are judged before anything is opened. */
class ArgumentCheckTest {
    private static final Path ROOT = Path.of("/nowhere").toAbsolutePath();

    @Test
    void acceptsAContextualPartialImage() {
        ArgumentCheck check = check(good());
        assertThat(check.report().findings()).isEmpty();
        assertThat(check.submission())
                .isEqualTo(new PartialImage.Contextual(
                        Path.of("UpdateHistory.xml"),
                        Path.of("OEMInput.xml"),
                        ROOT.resolve("in"),
                        ProductType.WINDOWS_PHONE_BLUE));
    }

    @Test
    void acceptsAContextFreePartialImageWithoutDocuments() {
        ArgumentCheck check = check(
                good().updateHistory(null).oemInput(null).contextFree(true).product("windowsphonethreshold"));
        assertThat(check.report().findings()).isEmpty();
        assertThat(check.submission())
                .isEqualTo(new PartialImage.ContextFree(ROOT.resolve("in"), null, ProductType.WINDOWS_PHONE_THRESHOLD));
    }

    @Test
    void acceptsAnImageWithAllThatItMayHave() {
        PackageRoots roots = PackageRoots.NONE.with("e:\\out", ROOT);
        ArgumentCheck check = check(
                image().baseline(true).packageRoots(roots).targeting(Path.of("PhoneMetadataDeviceTargetingInfo.xml")));
        assertThat(check.report().findings()).isEmpty();
        assertThat(check.submission())
                .isEqualTo(new Image(
                        Path.of("UpdateHistory.xml"),
                        Path.of("OEMInput.xml"),
                        ProductType.WINDOWS_PHONE_BLUE,
                        roots,
                        Path.of("PhoneMetadataDeviceTargetingInfo.xml"),
                        true));
    }

    @Test
    void acceptsACatalog() {
        ArgumentCheck check = check(catalog());
        assertThat(check.report().findings()).isEmpty();
        assertThat(check.submission())
                .isEqualTo(new FfuCatalog(
                        Path.of("UpdateHistory.xml"),
                        Path.of("OEMInput.xml"),
                        ROOT.resolve("flash.ffu"),
                        ProductType.WINDOWS_PHONE_BLUE));
    }

    @Test
    void refusesAnImageThatIsContextFree() {
        refuses(
                image().contextFree(true).updateHistory(null).oemInput(null),
                block(
                        "INI-32",
                        "ContextFree",
                        "Only a partial image can be context-free, and the type is Image.",
                        "Leave the switch out."));
    }

    @Test
    void refusesWhatOnlyAnImageTakes() {
        refuses(
                good().targeting(Path.of("a.xml")).packageRoots(PackageRoots.NONE.with("e:", ROOT)),
                block("INI-04", "PackageRoots", "Only the type Image takes this argument.", "Leave it out."),
                block("INI-04", "Targeting", "Only the type Image takes this argument.", "Leave it out."));
    }

    @Test
    void namesEverythingThatIsMissingAtOnce() {
        refuses(
                SubmissionArguments.builder(),
                block("INI-02", "UpdateHistory", "There is no update history.", "Give the path of UpdateHistory.xml."),
                block("INI-03", "OEMInput", "There is no OEM input.", "Give the path of OEMInput.xml."),
                block("INI-04", "Type", "There is no submission type.", "Give Image, PartialImage or FfuCatalog."),
                block("INI-05", "Output", "There is no place for the archive.", "Give a file or an existing folder."));
    }

    @Test
    void refusesUnknownTypes() {
        refuses(
                good().type("Everything").partialDirectory(null),
                block(
                        "INI-04",
                        "Type",
                        "The submission type 'Everything' is not known.",
                        "Give Image, PartialImage or FfuCatalog."));
    }

    @Test
    void refusesUnknownProducts() {
        refuses(
                good().product("WindowsHolographicThreshold"),
                block(
                        "INI-07",
                        "Product",
                        "The product 'WindowsHolographicThreshold' is not known.",
                        "Give WindowsPhoneBlue, WindowsPhoneThreshold or WindowsIoTCoreThreshold."));
    }

    @Test
    void refusesABaselineThatIsAPartialImage() {
        refuses(
                good().baseline(true),
                block(
                        "INI-12",
                        "Baseline",
                        "A partial submission cannot be a baseline.",
                        "Leave the baseline flag out."));
    }

    @Test
    void refusesABaselineThatIsACatalog() {
        refuses(
                catalog().baseline(true),
                block(
                        "INI-11",
                        "Baseline",
                        "A catalog submission cannot be a baseline.",
                        "Leave the baseline flag out."));
    }

    @Test
    void refusesABaselineTogetherWithRemovals() {
        refuses(
                image().baseline(true).signedRemovalDirectory(ROOT).packagesToRemoveDirectory(ROOT),
                block("INI-13", "Baseline", "A baseline has no signed removal packages.", "Give only one of the two."),
                block("INI-14", "Baseline", "A baseline has no packages to remove.", "Give only one of the two."),
                removal("PackagesToRemoveDirectory"),
                removal("SignedRemovalDirectory"));
    }

    @Test
    void refusesRemovalsAlone() {
        refuses(good().signedRemovalDirectory(ROOT), removal("SignedRemovalDirectory"));
    }

    @Test
    void refusesACatalogWithoutItsImage() {
        refuses(catalog().ffu(null), block("INI-17", "FFU", "The path is missing.", "Give a full path."));
    }

    @Test
    void refusesACatalogWhoseImageHasNoFullPath() {
        refuses(
                catalog().ffu(Path.of("flash.ffu")),
                block("INI-17", "FFU", "The path is not a full path: flash.ffu", "Give a full path."));
    }

    @Test
    void refusesAnFfuWithAnotherType() {
        refuses(
                good().ffu(ROOT.resolve("flash.ffu")),
                block("INI-18", "FFU", "The type PartialImage does not take this path.", "Leave it out."));
    }

    @Test
    void refusesAPartialImageWithoutItsFolder() {
        refuses(
                good().partialDirectory(null),
                block("INI-19", "PartialDirectory", "The path is missing.", "Give a full path."));
    }

    @Test
    void refusesAPartialImageWhoseFolderHasNoFullPath() {
        refuses(
                good().partialDirectory(Path.of("in")),
                block("INI-19", "PartialDirectory", "The path is not a full path: in", "Give a full path."));
    }

    @Test
    void refusesAFolderOfPackagesWithAnotherType() {
        refuses(
                image().partialDirectory(ROOT.resolve("in")),
                block("INI-20", "PartialDirectory", "The type Image does not take this path.", "Leave it out."));
    }

    @Test
    void refusesToWriteAmongThePackages() {
        refuses(
                good().output(ROOT.resolve("in/../in/out.zip")),
                block(
                        "INI-21",
                        "Output",
                        "The archive would lie in the folder of the packages, which holds packages only.",
                        "Give another place."));
    }

    @Test
    void warnsOfTheSwitchWithoutEffect() {
        ArgumentCheck check = check(good().nonWspcCompliant(true));
        assertThat(check.report().findings())
                .containsExactly(finding(
                        Severity.WARN,
                        "INI-16",
                        "NonWspcCompliant",
                        "The switch has no effect: validation is never skipped.",
                        "Leave it out."));
        assertThat(check.submission()).isInstanceOf(PartialImage.Contextual.class);
    }

    @Test
    void warnsOfAHistoryThatNobodyReads() {
        ArgumentCheck check = check(good().contextFree(true));
        assertThat(check.report().findings())
                .containsExactly(finding(
                        Severity.WARN,
                        "INI-32",
                        "UpdateHistory",
                        "A context-free submission does not use the update history.",
                        "Leave it out, or submit in context."));
        assertThat(check.submission()).isInstanceOf(PartialImage.ContextFree.class);
    }

    private static ArgumentCheck check(SubmissionArguments.Builder arguments) {
        return ArgumentCheck.forArchive(arguments.build(), ValidationPolicy.STANDARD);
    }

    private static SubmissionArguments.Builder good() {
        return SubmissionArguments.builder()
                .type("PartialImage")
                .updateHistory(Path.of("UpdateHistory.xml"))
                .oemInput(Path.of("OEMInput.xml"))
                .partialDirectory(ROOT.resolve("in"))
                .output(Path.of("out.zip"));
    }

    private static SubmissionArguments.Builder image() {
        return good().type("Image").partialDirectory(null);
    }

    private static SubmissionArguments.Builder catalog() {
        return good().type("FfuCatalog").partialDirectory(null).ffu(ROOT.resolve("flash.ffu"));
    }

    private static void refuses(SubmissionArguments.Builder arguments, Finding... expected) {
        SubmissionArgumentException refused = catchThrowableOfType(
                SubmissionArgumentException.class,
                () -> new SubmissionPreparer(PreparerOptions.of("tests", "1.0")).prepare(arguments.build()));
        assertThat(refused.findings()).containsExactly(expected);
        refused.findings().forEach(CatalogueForms::assertAnnounced);
        assertThat(refused.getMessage().lines()).hasSize(expected.length);
    }

    private static Finding removal(String argument) {
        return block("STD-01", argument, "Removal packages are not allowed any more.", "Leave it out.");
    }

    private static Finding block(String rule, String argument, String message, String mend) {
        return finding(Severity.BLOCK, rule, argument, message, mend);
    }

    private static Finding finding(Severity severity, String rule, String argument, String message, String mend) {
        return new Finding(RuleId.of(rule), severity, Location.ofPart("arguments", argument), message, mend);
    }
}

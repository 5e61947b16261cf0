package io.oemingest.core.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparingSamplesTest {
    @TempDir
    private Path folder;

    @Test
    void preparesARealRetailPackage() throws Exception {
        copy("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        PreparedSubmission prepared = prepare(new PartialImage.ContextFree(packages(), ProductType.WINDOWS_PHONE_BLUE));
        assertThat(prepared.report().findings()).isEmpty();
        try (SubmissionArchive archive =
                SubmissionArchive.open(prepared.archive(), FormatLimits.defaults(), ProgressListener.NONE)) {
            PackageFacts facts = archive.contents().packages().get(0);
            assertThat(facts.name()).isEqualToIgnoringCase("Nokia.Executable_OEMServiceHost.Generic");
            // The retail signature of the cabinet is Microsoft's, for code and nothing more.
            assertThat(facts.ekus()).isEqualTo(EkuCombination.NONE);
        }
    }

    @Test
    void preparesRealCabPackagesForWindows10() throws Exception {
        copy("cbs-arm-testsigned", "Empyreal96.MainOS.Developer_Mode.cab");
        copy("cbs-arm-testsigned", "Empyreal96.MainOS.OSVersionDisplayType.cab");
        PreparedSubmission prepared =
                prepare(new PartialImage.ContextFree(packages(), ProductType.WINDOWS_PHONE_THRESHOLD));
        assertThat(prepared.report().findings())
                .extracting(each -> each.rule() + " " + each.message())
                .containsExactly("INI-21 2 packages are .cab files.");
    }

    @Test
    void findsThatARealPackageIsNotInTheHistoryOfARealPhone() {
        Path history = Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml");
        Path oemInput = Samples.fileOrSkip("device-lumia930", "OEMInput.xml");
        copy("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        SubmissionRejectedException rejected = catchThrowableOfType(
                SubmissionRejectedException.class,
                () -> prepare(new PartialImage.Contextual(
                        history, oemInput, packages(), ProductType.WINDOWS_PHONE_THRESHOLD)));
        assertThat(rejected.report().findings())
                .extracting(each -> each.rule().text())
                .containsExactly("PAR-03");
    }

    @Test
    void warnsThatARealPhoneHasWindows10() {
        Path history = Samples.fileOrSkip("device-lumia930", "UpdateHistory.xml");
        Path oemInput = Samples.fileOrSkip("device-lumia930", "OEMInput.xml");
        copy("spkg-retail-oem", "nokia.executable_oemservicehost.generic.spkg");
        SubmissionRejectedException rejected = catchThrowableOfType(
                SubmissionRejectedException.class,
                () -> prepare(
                        new PartialImage.Contextual(history, oemInput, packages(), ProductType.WINDOWS_PHONE_BLUE)));
        assertThat(rejected.report().findings())
                .extracting(each -> each.rule() + " " + each.severity())
                .containsExactly("PAR-03 BLOCK", "INI-08 WARN");
    }

    @Test
    void refusesARealRemovalPackage() {
        Path removal = Samples.filesOrSkip(".cab").stream()
                .filter(each -> each.getFileName().toString().contains(".spkr_"))
                .findFirst()
                .orElseThrow();
        copy(removal, "microsoft.ms_navigationbar.mainos_lang_ar-sa.spkr");
        SubmissionRejectedException rejected = catchThrowableOfType(
                SubmissionRejectedException.class,
                () -> prepare(new PartialImage.ContextFree(packages(), ProductType.WINDOWS_PHONE_BLUE)));
        assertThat(rejected.report().findings())
                .extracting(each -> each.rule().text())
                .containsExactly("STD-01");
    }

    private PreparedSubmission prepare(PartialImage submission) throws Exception {
        return new SubmissionPreparer(PreparerOptions.of("tests", "1.0"))
                .prepare(submission, folder.resolve("out.zip"));
    }

    private Path packages() {
        return folder.resolve("packages").toAbsolutePath();
    }

    private void copy(String sampleFolder, String name) {
        copy(Samples.fileOrSkip(sampleFolder, name), name);
    }

    private void copy(Path sample, String name) {
        try {
            Files.createDirectories(packages());
            Files.copy(sample, packages().resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

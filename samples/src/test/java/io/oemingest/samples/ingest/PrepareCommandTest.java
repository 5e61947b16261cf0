package io.oemingest.samples.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people may decide of a preparation: how findings are weighed, and what an image is compared with. */
class PrepareCommandTest {
    private static final List<Object> NOBODY_THERE = List.of("--against", "http://127.0.0.1:1");

    @TempDir
    private Path folder;

    @Test
    void aWaiverAndAProfileLetATestPackagePassAndTheReportSaysSo() throws IOException {
        List<Object> refused = packages(TestInput.refused(folder));

        Run waived = Run.of(refused, "--waive", "PKG-04=Agreed with the lab.", "--waived-by", "Ada");
        assertThat(waived.exitCode()).isZero();
        assertThat(waived.err())
                .startsWith("Acceptable: 0 blocking, 0 warnings, 0 notes, 1 waived, ")
                .contains("Waived\n  PKG-04  packages/Contoso.Diagnostics.MainOS.spkg: ")
                .containsPattern("\n      By Ada, [^ ]+: Agreed with the lab\\.\n");

        Run lenient = Run.of(refused, "--profile", "test");
        assertThat(lenient.exitCode()).isZero();
        assertThat(lenient.err())
                .startsWith("Acceptable: 0 blocking, 1 warning, 0 notes, ")
                .contains(" (profile test)\n");
    }

    @Test
    void whatCannotBeDecidedIsAnErrorOfTheCommandLine() throws IOException {
        List<Object> refused = packages(TestInput.refused(folder));

        assertThat(Run.of(refused, "--waive", "STD-02=Zero is fine."))
                .isEqualTo(
                        new Run(
                                2,
                                "",
                                "ingest: The rule STD-02 cannot be waived\n  See 'ingest COMMAND --help' for the arguments.\n"));
        assertThat(Run.of(refused, "--waive", "PKG-04= ").err())
                .contains("A waiver of PKG-04 needs a reason and a name");
        assertThat(Run.of(refused, "--profile", "kind").err())
                .startsWith("Invalid value for option '--profile': 'kind' is none of standard, strict, lenient,"
                        + " legacy-wp81, test\n");
    }

    @Test
    void anImageIsComparedWithWhatTheServiceKnowsAndLaterWithWhatWasKept() throws IOException {
        List<Object> image = image(TestInput.acceptable(folder));
        List<Object> cache = List.of("--baseline-cache", folder.resolve("cache"));
        try (IngestionEmulator service = IngestionEmulator.builder()
                .quickKeys()
                .account("Contoso", "secret")
                .start()) {
            service.addImage("Contoso", baseline(), WspcStatus.BASELINE);
            assertThat(rules(image, cache, "--against", service.uri(), "--token", "secret"))
                    .containsExactly("WSP-06");
            Run why = Run.of("explain", "--report", folder.resolve("out.zip.validation-report.json"), "WSP-06");
            assertThat(why.out())
                    .contains("variant: OEM CONTOSO, operator 000-DE, device CO-1045_1011\n")
                    .contains("baseline: TKT-SIGN-TEST-AB12CD (1.0.0.0)\n");
            assertThat(rules(image, cache, "--against", service.uri(), "--token", "wrong"))
                    .containsExactly("WSP-06", "WSP-18");
        }
        assertThat(rules(image, cache)).containsExactly("WSP-06", "WSP-18");
        assertThat(rules(image, cache, NOBODY_THERE)).containsExactly("WSP-06", "WSP-16");
        assertThat(rules(image, NOBODY_THERE)).containsExactly("WSP-21");
        assertThat(rules(image)).containsExactly("WSP-19");
    }

    @Test
    void asksForSignersByTheNamesOfPackages() throws IOException {
        TestInput input = TestInput.acceptable(folder);
        String name;
        try (Stream<Path> files = Files.list(input.files().packages())) {
            name = String.valueOf(files.sorted().findFirst().orElseThrow().getFileName());
        }
        Run run = Run.of(packages(input), "--sign-as", name + "=PPL");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(SubmissionArchive.readManifest(folder.resolve("out.zip"), FormatLimits.defaults())
                        .files())
                .filteredOn(each -> each.signAs() != null)
                .extracting(each -> each.file().path() + " " + each.signAs())
                .containsExactly("packages/" + name + " PPL");
        Run refused = Run.of(packages(input), "--sign-as", "nothing.spkg=PPL");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("PAR-08").contains("No package of the submission is called 'nothing.spkg'.");
    }

    /** The rules about baselines in the report that the preparation leaves, which must be acceptable. */
    private List<String> rules(Object... arguments) throws IOException {
        Run run = Run.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        Path report = folder.resolve("out.zip.validation-report.json");
        try (InputStream in = Files.newInputStream(report)) {
            ValidationReport read = JsonReport.read(in, report.toString(), FormatLimits.defaults());
            return read.findings().stream()
                    .map(each -> each.rule().text())
                    .filter(each -> each.startsWith("WSP-"))
                    .toList();
        }
    }

    private List<Object> packages(TestInput input) {
        return prepare("--packages", input.files().packages(), "--context-free");
    }

    private List<Object> image(TestInput input) {
        return prepare(
                "--update-history",
                input.files().updateHistory(),
                "--oem-input",
                input.files().oemInput(),
                "--package-root",
                "c:\\contoso\\prebuilt=" + input.files().packages());
    }

    private List<Object> prepare(Object... more) {
        List<Object> arguments = new ArrayList<>(
                List.of("prepare", "--output", folder.resolve("out.zip"), "--product", "WindowsPhoneThreshold"));
        arguments.addAll(Arrays.asList(more));
        return arguments;
    }

    private static Baseline baseline() {
        return new Baseline(
                ProductType.WINDOWS_PHONE_THRESHOLD,
                new PhoneOperatorPairing("CONTOSO", "CO-1045_1011", "000-DE"),
                FirmwareVersion.parse("1.0.0.0"),
                new SubmissionTicket("TKT-SIGN-TEST-AB12CD"),
                PackageNames.of(List.of("Contoso.Retired.MainOS")));
    }
}

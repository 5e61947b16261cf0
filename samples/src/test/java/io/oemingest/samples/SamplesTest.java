package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.prepare.SubmissionRejectedException;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.ingest.Roots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamplesTest {
    private static final String WARNING =
            "Everything above is TEST-signed. No retail device accepts it; do not install its roots.";

    @TempDir
    Path work;

    @Test
    void theContextualSampleTellsEachStepAndWhoSignedWhat() throws Exception {
        Output output = Output.of(() -> PartialImageSample.main(work.toString()));

        assertThat(output.steps())
                .containsExactly(
                        "Contextual", "prepared", "upload", "ticket", "download", "package", "result", "WARNING");
        assertThat(output.text())
                .contains("Acceptable: 0 blocking, 0 warnings, 1 note, 0 not checked")
                .containsPattern("package +Contoso\\.HalExtensions\\.MainOS\\.spkg\n"
                        + "  came from +Test Input HAL Signer \\(TEST ONLY\\),"
                        + " EKUs 1\\.3\\.6\\.1\\.4\\.1\\.311\\.61\\.5\\.1\\+1\\.3\\.6\\.1\\.4\\.1\\.311\\.76\\.5\\.20,"
                        + " thumbprint [0-9a-f]{40} \\(CABINET, CATALOG, PE\\)\n"
                        + "  now from +Emulated Retail HAL Signer \\(TEST ONLY\\),"
                        + " EKUs 1\\.3\\.6\\.1\\.4\\.1\\.311\\.61\\.5\\.1\\+1\\.3\\.6\\.1\\.4\\.1\\.311\\.76\\.5\\.20,"
                        + " thumbprint [0-9a-f]{40} \\(CABINET, CATALOG, PE\\)\n");
        String ticket = output.of("ticket");
        assertThat(ticket).matches("TKT-SIGN-TEST-[0-9A-Z]{6}");
        assertThat(output.of("result")).isEqualTo(work.resolve("Contoso." + ticket + ".zip") + " (verified)");
        assertThat(output.of("WARNING")).isEqualTo(WARNING);
    }

    @Test
    void theContextFreeSampleLeavesTheVerifiedPackagesUnpacked() throws Exception {
        Output output = Output.of(() -> ContextFreeSample.main(work.toString()));

        assertThat(output.steps())
                .containsExactly(
                        "Context-free", "prepared", "upload", "ticket", "download", "package", "result", "WARNING");
        String ticket = output.of("ticket").split(",", 2)[0];
        Path result = work.resolve(ticket);
        assertThat(output.of("result")).isEqualTo(result + " (verified, unpacked)");
        assertThat(names(result.resolve("packages"))).isEqualTo(names(work.resolve("input/packages")));
        assertThat(work.resolve("receipt.json")).content().contains(ticket);
    }

    @Test
    void thePartialSigningSampleSubmitsOnlyWhatChanged() throws Exception {
        Output output = Output.of(() -> PartialSigningSample.main(work.toString()));

        int all = names(work.resolve("build/packages")).size();
        assertThat(output.text())
                .containsPattern("first build +0 packages signed before, " + all + " to sign\n")
                .containsPattern("next build +" + (all - 1) + " packages signed before, 1 to sign\n");
        assertThat(names(work.resolve("2/to-sign"))).isEqualTo(names(work.resolve("changed/packages")));
        assertThat(names(work.resolve("2/image"))).isEqualTo(names(work.resolve("build/packages")));
        assertThat(output.of("WARNING")).isEqualTo(WARNING);
    }

    @Test
    void theImageSampleSubmitsThePackagesThatTheHistoryNames() throws Exception {
        Output output = Output.of(() -> ImageSample.main(work.toString()));

        assertThat(output.steps())
                .containsExactly("Whole", "prepared", "upload", "ticket", "download", "result", "WARNING");
        Path archive = work.resolve("Contoso." + output.of("ticket") + ".zip");
        assertThat(output.of("result")).isEqualTo(archive + " (verified)");
        try (SignedArchive signed = SignedArchive.open(archive, FormatLimits.defaults())) {
            assertThat(signed.manifest().files())
                    .extracting(file -> file.file().path().substring("packages/".length()))
                    .containsExactlyElementsOf(names(work.resolve("input/packages")));
        }
    }

    @Test
    void theUpdateSampleShipsThreeUpdatesInAChainAndIsRefusedAFork() throws Exception {
        try (IngestionEmulator emulator = updates()) {
            Output output = Output.of(() -> UpdateChainSample.run(emulator, work));

            assertThat(output.steps())
                    .containsExactly(
                            "Three",
                            "baseline",
                            "request",
                            "brings",
                            "live",
                            "request",
                            "brings",
                            "live",
                            "request",
                            "brings",
                            "live",
                            "refused",
                            "WARNING");
            assertThat(output.text()).containsPattern("""
                            live +1040\\.8\\.15236\\.45009, approved by 2
                            request .*
                            brings +2 of 6 packages, to \\[MainOS\\]
                            live +1040\\.8\\.15301\\.100, approved by 2
                            request .*
                            brings +2 of 6 packages, to \\[MainOS\\]
                            live +1041\\.0\\.15301\\.101, approved by 2
                            refused +DuplicateSource
                             +RFU-21 .*
                             +RFU-20 .*
                            """);
        }
    }

    @Test
    void theTrialSampleGetsAnOperatingSystemForATrialAlone() throws Exception {
        try (IngestionEmulator emulator = updates()) {
            Output output = Output.of(() -> OsTrialSample.run(emulator));

            assertThat(output.steps()).containsExactly("Operating", "refused", "request", "result");
            assertThat(output.of("refused")).isEqualTo("OsOnlyRetailNotAllowed");
            assertThat(output.text())
                    .containsPattern(" +AKO-01 .*\n")
                    .contains(output.of("request") + ": TrialPublished (CompletedSuccess)\n");
        }
    }

    /** An emulator that nobody has to wait for. */
    private static IngestionEmulator updates() throws IOException {
        return IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .account(EmulatedAccount.ofMobileOperator(ContosoPhone.OPERATOR, "token-of-operator"))
                .quickKeys()
                .pollingFloor(Duration.ZERO)
                .start();
    }

    @Test
    void theCatalogSampleEndsWithAnImageThatVerifies() throws Exception {
        Output output = Output.of(() -> FfuCatalogSample.main(work.toString()));

        assertThat(output.steps())
                .containsExactly(
                        "Catalog", "prepared", "upload", "ticket", "download", "signed", "chunks", "result", "WARNING");
        assertThat(output.text()).contains("CN=Emulated Retail Platform Key Signer (TEST ONLY)");
        assertThat(output.of("result")).isEqualTo(work.resolve("contoso-signed.ffu") + " (verified)");
        assertThat(Files.size(work.resolve("contoso-signed.ffu"))).isEqualTo(Files.size(work.resolve("contoso.ffu")));
    }

    @Test
    void theDemoEndsWithTheFindingsOfARefusalAndWhereToLookNextAndRunsAgain() throws Exception {
        Output.of(() -> Demo.main(work.toString()));

        Output output = Output.of(() -> Demo.main(work.toString()));

        assertThat(output.steps())
                .containsSubsequence("Contextual", "WARNING", "Context-free", "WARNING", "A", "report", "Where", "try");
        assertThat(output.text()).contains("""
                                       PKG-04  Package marked Test (PKGATTR, RETAIL)
                                         packages/Contoso.Diagnostics.MainOS.spkg
                                           The package is marked Test.
                        """);
        Path spkg = work.resolve("input/packages/Contoso.HalExtensions.MainOS.spkg");
        TrustPolicy roots = TrustPolicy.testInput(Roots.read(work.resolve("input/test-roots.pem")));
        try (ByteSource source = ByteSource.open(spkg)) {
            FirmwarePackage firmware = FirmwarePackage.read(source, FormatLimits.defaults());
            assertThat(new PackageVerifier(roots, FormatLimits.defaults()).verify(firmware))
                    .isNotNull();
        }
        assertThat(names(work.resolve("refused")))
                .containsExactly("rejected.zip.validation-report.json", "rejected.zip.validation-report.txt");
    }

    @Test
    void aSampleTakesPackagesThatAnotherAuthorityHasTestSigned() throws Exception {
        Path roots = TestInput.acceptable(work).roots();

        Output output = Output.of(
                () -> ContextFreeSample.main(work.resolve("w").toString(), work.toString(), roots.toString()));

        assertThat(output.text()).contains("  came from  Test Input OEM Signer (TEST ONLY)");
        assertThat(output.of("result")).endsWith("(verified, unpacked)");
    }

    @Test
    void aSampleFailsWhenItsInputIsNotAcceptable() throws Exception {
        Path roots = TestInput.refused(work).roots();

        assertThatThrownBy(() -> Output.of(
                        () -> PartialImageSample.main(work.resolve("w").toString(), work.toString(), roots.toString())))
                .isInstanceOfSatisfying(
                        SubmissionRejectedException.class,
                        e -> assertThat(e.report().findings())
                                .extracting(finding -> finding.rule().text())
                                .containsExactly("PKG-04"));
    }

    @Test
    void aSampleRefusesAnInputWithoutRoots() {
        assertThatThrownBy(() -> PartialImageSample.main("a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Arguments: [WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}

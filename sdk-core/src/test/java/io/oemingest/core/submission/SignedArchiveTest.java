package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.SignerCertificate;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedArchiveTest {
    private static final String EFIESP = "packages/Contoso.BASE.Phone.EFIESP.spkg";
    private static final String MAIN_OS = "packages/Contoso.BASE.Phone.MainOS.spkg";
    private static final SubmissionTicket OTHER = new SubmissionTicket("TKT-SIGN-TEST-ZZ99ZZ");

    @TempDir
    private Path folder;

    private SubmissionManifest submitted;
    private SignedSubmission signed;

    @BeforeEach
    void submitAndSign() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("MainOS").build(), 1000);
        input.add(SubmissionFolder.contoso("EFIESP").partition("EFIESP").build(), 10);
        Path file = SubmissionArchives.write(input.contextFree(), folder.resolve("submission.zip"));
        try (SubmissionArchive archive = SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            submitted = archive.manifest();
            signed = SignedSubmission.of(archive, folder.resolve("signed"));
        }
    }

    @Test
    void verifiesAndExtractsWhatTheServiceSigned() throws Exception {
        try (SignedArchive archive = open(signed.write("good.zip"))) {
            VerifiedArchive verified = verify(archive, new ExpectedSubmission(SignedSubmission.TICKET, submitted));
            assertThat(verified.manifest().files())
                    .extracting(each -> each.file().path())
                    .containsExactly(EFIESP, MAIN_OS);
            assertThat(verified.manifest().signedAt()).isEqualTo(TestIdentities.NOW);
            assertThat(verified.signature().signer()).isEqualTo(signer(TestIdentities.manifestSigner()));
            assertThat(verified.signature(EFIESP).signer()).isEqualTo(signer(TestIdentities.packageSigner()));
            assertThatThrownBy(() -> verified.signature("signed.json"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("The archive has no file signed.json");
            Path target = folder.resolve("out");
            verified.extractTo(target);
            assertThat(target.resolve(EFIESP)).hasSameBinaryContentAs(signed.file(EFIESP));
            assertThat(target.resolve(MAIN_OS)).hasSameBinaryContentAs(signed.file(MAIN_OS));
            assertThat(verified.openFile(EFIESP).readAll(1 << 20)).isEqualTo(Files.readAllBytes(signed.file(EFIESP)));
        }
        assertThat(files()).containsExactly("in", "out", "signed", "submission.zip");
    }

    @Test
    void verifiesWithoutKnowingWhatWasSubmitted() throws Exception {
        try (SignedArchive archive = open(signed.write("good.zip"))) {
            assertThat(verify(archive, ExpectedSubmission.ANY).manifest()).isEqualTo(archive.manifest());
        }
    }

    @Test
    void writesTheManifestAsItIsDescribed() throws Exception {
        SignedFile efiesp = signed.row(EFIESP);
        SubmissionArchives unpacked =
                SubmissionArchives.unpacked(signed.remove(MAIN_OS).write("one.zip"));
        assertThat(new String(unpacked.get("signed.json"), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "formatVersion": 1,
                          "ticket": "TKT-SIGN-TEST-AB12CD",
                          "environment": "TEST",
                          "ruleSet": "1",
                          "signedAt": "2026-11-22T06:16:00Z",
                          "files": [
                            {
                              "path": "packages/Contoso.BASE.Phone.EFIESP.spkg",
                              "size": %d,
                              "inputSha256": "%s",
                              "outputSha256": "%s",
                              "ekus": "1.3.6.1.4.1.311.76.5.40",
                              "signerThumbprint": "%s"
                            }
                          ]
                        }
                        """.formatted(
                                efiesp.file().size(),
                                efiesp.input().hex(),
                                efiesp.file().sha256().hex(),
                                efiesp.signerThumbprint()));
    }

    @Test
    void refusesAManifestSignedByAStranger() throws Exception {
        try (SignedArchive archive = open(signed.write("good.zip"))) {
            SignedArchiveVerifier stranger = new SignedArchiveVerifier(
                    TestIdentities.otherPolicy(), FormatLimits.defaults(), ProgressListener.NONE);
            assertThatThrownBy(() -> stranger.verify(archive, ExpectedSubmission.ANY))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNTRUSTED_CHAIN));
        }
    }

    @Test
    void refusesAManifestSignedByASignerOfPackages() throws Exception {
        refused(
                signed.manifestSigner(TestIdentities.packageSigner()).write("bad.zip"),
                ExpectedSubmission.ANY,
                Problem.NOT_A_CODE_SIGNER);
    }

    @Test
    void refusesAManifestThatChangedAfterSigning() throws Exception {
        SubmissionArchives changed = SubmissionArchives.unpacked(signed.write("good.zip"));
        Path file = changed.editText("signed.json", text -> text.replace("TEST\"", "PROD\""))
                .pack(folder.resolve("bad.zip"));
        refused(file, ExpectedSubmission.ANY, Problem.CONTENT_DIGEST);
    }

    @Test
    void refusesAFileThatChangedAfterSigning() throws Exception {
        SubmissionArchives changed = SubmissionArchives.unpacked(signed.write("good.zip"));
        changed.get(MAIN_OS)[100] ^= 1;
        refused(
                changed.pack(folder.resolve("bad.zip")),
                ExpectedSubmission.ANY,
                Problem.CONTENT_DIGEST,
                MAIN_OS,
                "is not the file that signed.json lists");
    }

    @Test
    void refusesAPackageThatNobodySigned() throws Exception {
        Path unsigned = folder.resolve("in").resolve(MAIN_OS);
        refused(signed.replace(MAIN_OS, unsigned).write("bad.zip"), ExpectedSubmission.ANY, Problem.NOT_SIGNED);
    }

    @Test
    void refusesAnotherSignerThanTheOneListed() throws Exception {
        SignedFile row = signed.row(MAIN_OS);
        String other = "0".repeat(40);
        refused(
                signed.row(new SignedFile(row.file(), row.input(), row.ekus(), other))
                        .write("bad.zip"),
                ExpectedSubmission.ANY,
                Problem.FILE_NOT_AS_LISTED,
                MAIN_OS,
                "is signed by another signer than signed.json lists");
    }

    @Test
    void refusesOtherUsagesThanTheOnesListed() throws Exception {
        SignedFile row = signed.row(MAIN_OS);
        refused(
                signed.row(new SignedFile(row.file(), row.input(), TestIdentities.HAL, row.signerThumbprint()))
                        .write("bad.zip"),
                ExpectedSubmission.ANY,
                Problem.FILE_NOT_AS_LISTED,
                MAIN_OS,
                "is signed by another signer than signed.json lists");
    }

    @Test
    void refusesTheAnswerToAnotherTicket() throws Exception {
        refused(
                signed.write("good.zip"),
                ExpectedSubmission.of(OTHER),
                Problem.OTHER_SUBMISSION,
                "signed.json",
                "is for the ticket TKT-SIGN-TEST-AB12CD, not for TKT-SIGN-TEST-ZZ99ZZ");
    }

    @Test
    void refusesAPackageSignedFromAnotherInput() throws Exception {
        SignedFile row = signed.row(MAIN_OS);
        Digest other = Digest.sha256(new byte[1]);
        refused(
                signed.row(new SignedFile(row.file(), other, row.ekus(), row.signerThumbprint()))
                        .write("bad.zip"),
                new ExpectedSubmission(null, submitted),
                Problem.OTHER_SUBMISSION,
                MAIN_OS,
                "was signed from another file than the one submitted");
    }

    @Test
    void refusesAPackageThatWasNotSubmitted() throws Exception {
        SubmissionFolder more = SubmissionFolder.in(folder.resolve("more"));
        Path extra = more.add(SubmissionFolder.contoso("PLAT").partition("PLAT").build(), 10);
        try (ByteSource source = ByteSource.open(extra)) {
            signed.sign(source, "packages/extra.spkg", TestIdentities.packageSigner());
        }
        refused(
                signed.write("bad.zip"),
                new ExpectedSubmission(null, submitted),
                Problem.OTHER_SUBMISSION,
                "packages/extra.spkg",
                "was not submitted");
    }

    @Test
    void refusesAnAnswerThatLacksAPackage() throws Exception {
        refused(
                signed.remove(MAIN_OS).write("bad.zip"),
                new ExpectedSubmission(null, submitted),
                Problem.OTHER_SUBMISSION,
                "signed.json",
                "lists 1 files, 2 were submitted");
    }

    @Test
    void refusesASignedPackageUnderTheNameOfAnother() throws Exception {
        signed.replace(MAIN_OS, signed.file(EFIESP));
        refused(
                signed.write("bad.zip"),
                new ExpectedSubmission(null, submitted),
                Problem.OTHER_SUBMISSION,
                MAIN_OS,
                "says other things of itself than the package that was submitted");
    }

    @Test
    void refusesAnEntryThatTheManifestDoesNotList() throws Exception {
        malformed(
                SubmissionArchives.unpacked(signed.write("good.zip")).put("packages/x.spkg", new byte[1]),
                "signed.json",
                "does not list the entries as they are");
    }

    @Test
    void refusesAnArchiveWithoutSignature() throws Exception {
        malformed(
                SubmissionArchives.unpacked(signed.write("good.zip")).remove("signed.json.p7s"),
                "signed.json.p7s",
                "must be entry 2: this is not a signed archive");
    }

    @Test
    void refusesASubmissionArchive() {
        assertThatThrownBy(() -> open(folder.resolve("submission.zip")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("submission.zip (signed.json): must be entry 1: this is not a signed archive");
    }

    @Test
    void refusesToWriteAFileThatIsNotTheOneListed() throws Exception {
        SignedFile row = signed.row(MAIN_OS);
        FileFacts wrong = new FileFacts(MAIN_OS, row.file().size(), Digest.sha256(new byte[1]));
        signed.row(new SignedFile(wrong, row.input(), row.ekus(), row.signerThumbprint()));
        assertThatThrownBy(() -> signed.write("bad.zip"))
                .isInstanceOf(IOException.class)
                .hasMessage(MAIN_OS + " is not the file that the manifest lists");
        assertThat(folder.resolve("signed/bad.zip")).doesNotExist();
    }

    @Test
    void extractsIntoNewFoldersOnly() throws Exception {
        try (SignedArchive archive = open(signed.write("good.zip"))) {
            VerifiedArchive verified = verify(archive, ExpectedSubmission.ANY);
            Path there = Files.createDirectory(folder.resolve("there"));
            assertThatThrownBy(() -> verified.extractTo(there)).isInstanceOf(FileAlreadyExistsException.class);
            assertThat(there).isEmptyDirectory();
        }
    }

    @Test
    void extractsNothingFromAnArchiveThatChangedSinceItWasVerified() throws Exception {
        Path file = signed.write("good.zip");
        try (SignedArchive archive = open(file)) {
            VerifiedArchive verified = verify(archive, ExpectedSubmission.ANY);
            flipAByteOfTheLastPackage(file);
            assertThatThrownBy(() -> verified.extractTo(folder.resolve("out")))
                    .isInstanceOf(IOException.class)
                    .hasMessage(MAIN_OS + " changed between being verified and being extracted");
        }
        assertThat(files()).containsExactly("in", "signed", "submission.zip");
    }

    private void refused(Path file, ExpectedSubmission expected, Problem problem, String part, String detail)
            throws Exception {
        try (SignedArchive archive = open(file)) {
            assertThatThrownBy(() -> verify(archive, expected))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(problem))
                    .hasMessage(file.getFileName() + " (" + part + "): " + detail);
        }
    }

    /** For problems that other verifiers name in their own words. */
    private void refused(Path file, ExpectedSubmission expected, Problem problem) throws Exception {
        try (SignedArchive archive = open(file)) {
            assertThatThrownBy(() -> verify(archive, expected))
                    .isInstanceOfSatisfying(
                            VerificationException.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(problem));
        }
    }

    private void malformed(SubmissionArchives changed, String part, String problem) throws IOException {
        Path file = changed.pack(folder.resolve("changed.zip"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("changed.zip (" + part + "): " + problem);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    private static void flipAByteOfTheLastPackage(Path file) throws IOException {
        long end;
        try (SignedArchive archive = open(file)) {
            end = Files.size(file) - 22 - 46L * archive.manifest().files().size() - 600;
        }
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(end);
            int before = bytes.read();
            bytes.seek(end);
            bytes.write(before ^ 1);
        }
    }

    private static SignedArchive open(Path file) throws IOException {
        return SignedArchive.open(file, FormatLimits.defaults());
    }

    private static SignerCertificate signer(SigningIdentity identity) {
        return SignerCertificate.of(identity.certificate());
    }

    private static VerifiedArchive verify(SignedArchive archive, ExpectedSubmission expected) throws Exception {
        return new SignedArchiveVerifier(TestIdentities.policy(), FormatLimits.defaults(), ProgressListener.NONE)
                .verify(archive, expected);
    }
}

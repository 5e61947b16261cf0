package io.oemingest.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.oemingest.core.format.Location;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleFailure;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import io.oemingest.core.validation.ValidationReport;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The readers of this package, and of the report in an archive, under attack. */
public final class SubmissionReaders {
    private SubmissionReaders() {}

    public static List<HostileReader> all() {
        return List.of(
                new HostileReader("submission-archive", SubmissionReaders::archives, SubmissionReaders::readArchive),
                new HostileReader(
                        "signed-archive", SubmissionReaders::signedArchives, SubmissionReaders::verifyArchive),
                new HostileReader("submission-json", SubmissionReaders::manifests, SubmissionReaders::readManifest),
                new HostileReader("signed-json", SubmissionReaders::signedManifests, SubmissionReaders::readSigned),
                new HostileReader("submission-facts", SubmissionReaders::facts, SubmissionReaders::readFacts),
                new HostileReader("receipt", () -> List.of(receipt()), SubmissionReaders::readReceipt),
                new HostileReader("report", () -> List.of(report()), SubmissionReaders::readReport));
    }

    private static void readArchive(ByteSource source) throws IOException {
        StrictZip zip = StrictZip.read(source, HostileReader.LIMITS);
        SubmissionArchiveProof proof =
                new SubmissionArchiveProof(source.name(), zip, HostileReader.LIMITS, ProgressListener.NONE);
        Expect.that(
                proof.manifest().files().size() >= proof.contents().packages().size(), "every package is listed");
    }

    private static void verifyArchive(ByteSource source) throws IOException, VerificationException {
        SignedArchive archive = new SignedArchive(source, HostileReader.LIMITS);
        new SignedArchiveVerifier(TestIdentities.policy(), HostileReader.LIMITS, ProgressListener.NONE)
                .verify(archive, ExpectedSubmission.ANY);
    }

    private static void readManifest(ByteSource source) throws IOException {
        SubmissionManifest manifest = SubmissionManifestFormat.read(bytes(source), source.name());
        byte[] written = SubmissionManifestFormat.write(manifest);
        Expect.same(manifest, SubmissionManifestFormat.read(written, source.name()), "a written manifest reads equal");
    }

    private static void readSigned(ByteSource source) throws IOException {
        SignedManifest manifest = SignedManifestFormat.read(bytes(source), source.name());
        byte[] written = SignedManifestFormat.write(manifest);
        Expect.same(manifest, SignedManifestFormat.read(written, source.name()), "a written manifest reads equal");
    }

    private static void readFacts(ByteSource source) throws IOException {
        SubmissionContents contents = SubmissionFacts.read(source.stream(), source.name(), HostileReader.LIMITS);
        Set<String> paths = contents.packages().stream().map(PackageFacts::path).collect(Collectors.toSet());
        Expect.that(paths.size() == contents.packages().size(), "no package is there twice");
    }

    private static void readReceipt(ByteSource source) throws IOException {
        SubmissionReceipt receipt = SubmissionReceiptFormat.read(source);
        ByteSource written = ByteSource.of(source.name(), SubmissionReceiptFormat.write(receipt));
        Expect.same(receipt, SubmissionReceiptFormat.read(written), "a written receipt reads equal");
    }

    private static void readReport(ByteSource source) throws IOException {
        ValidationReport report = report(new String(bytes(source), UTF_8), source.name());
        String written = Json.write(ReportWire.toWire(report));
        Expect.same(report, report(written, source.name()), "a written report reads equal");
    }

    private static ValidationReport report(String text, String name) throws IOException {
        return ReportWire.toModel(Json.read(ValidationReportJson.class, text, name), name);
    }

    private static byte[] bytes(ByteSource source) throws IOException {
        return source.readAll(HostileReader.LIMITS.maxInMemory());
    }

    private static List<byte[]> archives() throws Exception {
        return inFolder(folder -> Files.readAllBytes(archive(folder)));
    }

    private static List<byte[]> manifests() throws Exception {
        return inFolder(folder -> SubmissionArchives.unpacked(archive(folder)).get(FileKind.MANIFEST));
    }

    private static List<byte[]> facts() throws Exception {
        return inFolder(folder -> {
            SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
            input.addCustomizations(Map.of("PhoneFirmwareRevision", "1.0.0.0"));
            Files.writeString(
                    input.oemInput(),
                    "<OEMInput xmlns=\"http://schemas.microsoft.com/embedded/2004/10/ImageUpdate\"/>");
            PartialImage submission =
                    new PartialImage.ContextFree(input.packages(), input.oemInput(), ProductType.WINDOWS_PHONE_BLUE);
            ReadSubmission read =
                    new SubmissionContentsReader(HostileReader.LIMITS, ProgressListener.NONE).read(submission);
            return SubmissionFacts.write(read.contents(), read.files()).getBytes(UTF_8);
        });
    }

    private static List<byte[]> signedArchives() throws Exception {
        return inFolder(folder -> Files.readAllBytes(signed(folder)));
    }

    private static List<byte[]> signedManifests() throws Exception {
        return inFolder(folder -> SubmissionArchives.unpacked(signed(folder)).get(SignedArchive.MANIFEST));
    }

    private static Path archive(Path folder) throws IOException {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("MainOS").build(), 10);
        return SubmissionArchives.write(input.contextFree(), folder.resolve("submission.zip"));
    }

    private static Path signed(Path folder) throws Exception {
        try (SubmissionArchive archive =
                SubmissionArchive.open(archive(folder), HostileReader.LIMITS, ProgressListener.NONE)) {
            return SignedSubmission.of(archive, folder.resolve("signed")).write("signed.zip");
        }
    }

    private static byte[] receipt() {
        return SubmissionReceiptFormat.write(new SubmissionReceipt(
                URI.create("http://127.0.0.1:8080/"),
                Digest.sha256(new byte[3]),
                "uploads/7",
                5,
                new SubmissionTicket("TKT-SIGN-TEST-AB12CD")));
    }

    private static byte[] report() {
        RuleId rule = RuleId.of("PKG-01");
        ValidationReport report = new ValidationReport(
                List.of(new Finding(rule, Severity.BLOCK, Location.ofLine("a.xml", 3, 4), "is wrong", "mend it")),
                List.of(new SkippedRule(rule, "no facts")),
                List.of(new RuleFailure(rule, "broke")));
        return Json.write(ReportWire.toWire(report)).getBytes(UTF_8);
    }

    @FunctionalInterface
    private interface Maker {
        byte[] make(Path folder) throws Exception;
    }

    private static List<byte[]> inFolder(Maker maker) throws Exception {
        Path folder = Files.createTempDirectory("submission");
        byte[] made = maker.make(folder);
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
        return List.of(made);
    }
}

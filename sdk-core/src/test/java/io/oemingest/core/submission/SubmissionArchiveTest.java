package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionArchiveTest {
    private static final String MAIN_OS = "packages/Contoso.BASE.Phone.MainOS.spkg";

    @TempDir
    private Path folder;

    @Test
    void readsBackWhatWasWritten() throws IOException {
        Path file = SubmissionArchives.good(folder);
        try (SubmissionArchive archive = open(file)) {
            assertThat(archive.manifest().clientName()).isEqualTo("tests");
            assertThat(archive.manifest().clientVersion()).isEqualTo("1.0");
            assertThat(archive.manifest().kind().context()).isEqualTo(SubmissionContext.CONTEXTUAL);
            assertThat(archive.manifest().pairings())
                    .containsExactly(new PhoneOperatorPairing("CONTOSO", "D100_ROW", "000-DE"));
            assertThat(archive.contents().unreadable()).isEmpty();
            assertThat(archive.contents().documents().updateHistory().content().installedPackages())
                    .hasSize(3);
            assertThat(archive.contents().documents().oemInput().content().device())
                    .isEqualTo("DEMO_ROW");
            PackageFacts facts = archive.contents().packages().get(1);
            assertThat(facts.path()).isEqualTo(MAIN_OS);
            assertThat(facts.style()).isEqualTo(PackageStyle.SPKG);
            assertThat(facts.version()).hasToString("1.40.55.808");
            assertThat(facts.ekus()).isNull();
            Path original = folder.resolve("in").resolve(MAIN_OS);
            assertThat(archive.openPackage(MAIN_OS).readAll(1 << 20)).isEqualTo(Files.readAllBytes(original));
            assertThat(facts.file())
                    .isEqualTo(
                            new FileFacts(MAIN_OS, Files.size(original), Digest.sha256(Files.readAllBytes(original))));
        }
    }

    @Test
    void readsTheManifestAlone() throws IOException {
        Path file = SubmissionArchives.good(folder);
        try (SubmissionArchive archive = open(file)) {
            assertThat(SubmissionArchive.readManifest(file, FormatLimits.defaults()))
                    .isEqualTo(archive.manifest());
        }
    }

    @Test
    void keepsTheDocumentsByteForByte() throws IOException {
        SubmissionArchives unpacked = SubmissionArchives.unpacked(SubmissionArchives.good(folder));
        assertThat(unpacked.get("UpdateHistory.xml"))
                .isEqualTo(Files.readAllBytes(folder.resolve("in/UpdateHistory.xml")));
        assertThat(unpacked.get("OEMInput.xml")).isEqualTo(Files.readAllBytes(folder.resolve("in/OEMInput.xml")));
        assertThat(unpacked.get("validation-report.json")).isEqualTo(SubmissionArchives.REPORT);
    }

    @Test
    void writesTheManifestAsItIsDescribed() throws IOException {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        Path file = input.add(SubmissionFolder.contoso("PLAT").partition("PLAT").build(), 10);
        SubmissionArchives unpacked =
                SubmissionArchives.unpacked(SubmissionArchives.write(input.contextFree(), folder.resolve("small.zip")));
        assertThat(new String(unpacked.get("submission.json"), StandardCharsets.UTF_8))
                .isEqualTo("""
                        {
                          "formatVersion": 1,
                          "type": "PartialImage",
                          "context": "ContextFree",
                          "product": "WindowsPhoneBlue",
                          "baseline": false,
                          "clientName": "tests",
                          "clientVersion": "1.0",
                          "pairings": [],
                          "files": [
                            {
                              "path": "packages/Contoso.BASE.Phone.PLAT.spkg",
                              "kind": "Package",
                              "size": %d,
                              "sha256": "%s",
                              "firmwarePackage": {
                                "name": "Contoso.BASE.Phone.PLAT",
                                "style": "SPKG",
                                "owner": "Contoso",
                                "component": "BASE.Phone",
                                "subComponent": "PLAT",
                                "version": "1.40.55.808",
                                "ownerType": "OEM",
                                "releaseType": "Production",
                                "partition": "PLAT",
                                "platform": "QC8974",
                                "removal": false,
                                "binaryPartition": false
                              }
                            },
                            {
                              "path": "validation-report.json",
                              "kind": "ValidationReport",
                              "size": 3,
                              "sha256": "%s"
                            }
                          ]
                        }
                        """.formatted(
                                Files.size(file),
                                Digest.sha256(Files.readAllBytes(file)).hex(),
                                Digest.sha256(SubmissionArchives.REPORT).hex()));
    }

    @Test
    void writesNoArchiveOfWhatItCouldNotRead() {
        SubmissionContents unreadable = new SubmissionContents(
                new SubmissionKind(
                        SubmissionType.PARTIAL_IMAGE,
                        SubmissionContext.CONTEXT_FREE,
                        ProductType.WINDOWS_PHONE_BLUE,
                        false),
                ImageDocuments.NONE,
                List.of(),
                List.of(),
                List.of(new UnreadableFile(Location.ofFile("a"), "is broken")));
        assertThatThrownBy(() -> new SubmissionArchiveWriter(unreadable, "tests", "1.0", SubmissionArchives.REPORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Only a submission that can be read can be written");
    }

    @Test
    void writesNoArchiveWhoseManifestNobodyWouldRead() {
        List<PackageFacts> packages = IntStream.range(0, 9000)
                .mapToObj(i -> FactsBuilder.contoso("P" + i).build())
                .toList();
        SubmissionArchiveWriter writer = new SubmissionArchiveWriter(
                new SubmissionContents(
                        new SubmissionKind(
                                SubmissionType.PARTIAL_IMAGE,
                                SubmissionContext.CONTEXT_FREE,
                                ProductType.WINDOWS_PHONE_BLUE,
                                false),
                        ImageDocuments.NONE,
                        packages,
                        List.of(),
                        List.of()),
                "tests",
                "1.0",
                SubmissionArchives.REPORT);
        assertThatThrownBy(() -> writer.writeTo(
                        folder.resolve("many.zip"),
                        path -> {
                            throw new AssertionError("nothing is opened");
                        },
                        ProgressListener.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage("9001 files are more than one archive can list");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPackageThatIsNotTheOneListed() throws IOException {
        SubmissionArchives changed = changed();
        byte[] content = changed.get(MAIN_OS);
        Digest before = Digest.sha256(content);
        content[content.length - 1] ^= 1;
        refused(
                changed,
                MAIN_OS,
                "has " + content.length + " bytes and the digest " + Digest.sha256(content) + ", the manifest says "
                        + content.length + " and " + before);
    }

    @Test
    void refusesADocumentThatIsNotTheOneListed() throws IOException {
        SubmissionArchives changed = changed();
        Digest before = Digest.sha256(changed.get("OEMInput.xml"));
        changed.editText("OEMInput.xml", text -> text.replace("QC8974", "QC8994"));
        byte[] content = changed.get("OEMInput.xml");
        refused(
                changed,
                "OEMInput.xml",
                "has " + content.length + " bytes and the digest " + Digest.sha256(content) + ", the manifest says "
                        + content.length + " and " + before);
    }

    @Test
    void refusesFactsThatThePackageDoesNotHave() throws IOException {
        for (String fact : new String[] {
            "\"version\": \"1.40.55.808\"", "\"ownerType\": \"OEM\"", "\"partition\": \"EFIESP\"", "\"style\": \"SPKG\""
        }) {
            String other = fact.replace("808", "809")
                    .replace("OEM", "Microsoft")
                    .replace("EFIESP", "PLAT")
                    .replace("SPKG", "CBS");
            refused(
                    changed().editText("submission.json", text -> text.replaceFirst(fact, other)),
                    "packages/Contoso.BASE.Phone.EFIESP.spkg",
                    "is not the package that the manifest describes");
        }
    }

    @Test
    void refusesASignatureThatThePackageDoesNotHave() throws IOException {
        refused(
                changed()
                        .editText(
                                "submission.json",
                                text -> text.replaceFirst("(\"binaryPartition\": false)", "$1, \"ekus\": \"1.2.3\"")),
                "packages/Contoso.BASE.Phone.EFIESP.spkg",
                "is not the package that the manifest describes");
    }

    @Test
    void refusesPhonesThatThePackagesDoNotName() throws IOException {
        refused(
                changed().editText("submission.json", text -> text.replace("D100_ROW", "D200_ROW")),
                "submission.json",
                "names other phones and operators than the packages do");
    }

    @Test
    void refusesAnEntryThatTheManifestDoesNotList() throws IOException {
        refused(
                changed().put("zzz.txt", new byte[1]),
                "zzz.txt",
                "the manifest does not list the entries as they are, from here on");
    }

    @Test
    void refusesAListedFileThatIsMissing() throws IOException {
        refused(
                changed().remove("validation-report.json"),
                "validation-report.json",
                "the manifest does not list the entries as they are, from here on");
    }

    @Test
    void refusesAFileWhereItDoesNotBelong() throws IOException {
        SubmissionArchives moved = changed();
        byte[] report = moved.get("validation-report.json");
        moved.remove("validation-report.json").put("report.json", report);
        refused(
                moved.editText("submission.json", text -> text.replace("validation-report.json", "report.json")),
                "report.json",
                "is no place for a file of the kind ValidationReport");
    }

    @Test
    void refusesAContextualSubmissionWithoutHistory() throws IOException {
        SubmissionArchives contextFree = contextFree();
        refused(
                contextFree.editText("submission.json", text -> text.replace("ContextFree", "Contextual")),
                "UpdateHistory.xml",
                "is missing");
    }

    @Test
    void refusesAContextFreeSubmissionWithHistory() throws IOException {
        refused(
                changed().editText("submission.json", text -> text.replace("Contextual", "ContextFree")),
                "UpdateHistory.xml",
                "does not belong to a submission of this type and context");
    }

    @Test
    void readsAnImageWhoseHistoryNamesItsPackages() throws IOException {
        Path archive = changed()
                .editText("submission.json", text -> text.replace("PartialImage", "Image"))
                .pack(folder.resolve("changed.zip"));
        try (SubmissionArchive image = open(archive)) {
            assertThat(image.contents().unreadable()).isEmpty();
        }
    }

    @Test
    void refusesACatalogWithoutTheHeadOfItsImage() throws IOException {
        refused(
                changed().editText("submission.json", text -> text.replace("PartialImage", "FfuCatalog")),
                "ffu/head.bin",
                "is missing");
    }

    @Test
    void refusesAnImageThatIsContextFree() throws IOException {
        refused(
                contextFree().editText("submission.json", text -> text.replace("PartialImage", "Image")),
                "submission.json",
                "is context-free and no partial image");
    }

    @Test
    void refusesABaseline() throws IOException {
        refused(
                changed()
                        .editText("submission.json", text -> text.replace("\"baseline\": false", "\"baseline\": true")),
                "submission.json",
                "declares a baseline that is no image");
    }

    @Test
    void refusesAnArchiveThatDoesNotBeginWithItsManifest() throws IOException {
        refused(
                changed().remove("submission.json"),
                "submission.json",
                "must be the first entry: this is not a submission archive");
    }

    @Test
    void refusesAManifestTooLargeForASmallHeap() throws IOException {
        String padding = "\"padding\": \"" + "0123456789".repeat(420_000) + "\", \"type\"";
        SubmissionArchives changed = changed().editText("submission.json", text -> text.replace("\"type\"", padding));
        refused(
                changed,
                "submission.json",
                "has " + changed.get("submission.json").length + " bytes, more than the 4194304 allowed in memory");
    }

    @Test
    void refusesAnotherFormatVersion() throws IOException {
        refusedManifest(
                "\"formatVersion\": 1", "\"formatVersion\": 2", "$.formatVersion", "is 2, this SDK reads version 1");
    }

    @Test
    void refusesAnUnknownProduct() throws IOException {
        refusedManifest("WindowsPhoneBlue", "WindowsPhoneRed", "$.product", "is not a known value: 'WindowsPhoneRed'");
    }

    @Test
    void refusesAPathThatClimbsOut() throws IOException {
        refusedManifest("\"OEMInput.xml\"", "\"../OEMInput.xml\"", "$.files[0].path", "has an empty, '.' or '..' part");
    }

    @Test
    void refusesADigestThatIsNone() throws IOException {
        refusedManifest(
                "\"sha256\": \"[0-9a-f]*\"",
                "\"sha256\": \"00\"",
                "$.files[0]",
                "A SHA-256 digest has 32 bytes, this one has 1: 00");
    }

    @Test
    void refusesAManifestWithoutFiles() throws IOException {
        refusedManifest("\"files\": \\[", "\"others\": [", "$", "lacks 'files'");
    }

    @Test
    void notesAPackageThatIsNoneAsUnreadable() throws IOException {
        byte[] junk = "no cabinet at all, but long enough for a header".getBytes(StandardCharsets.UTF_8);
        SubmissionArchives changed = changed();
        String size = "\"size\": " + changed.get(MAIN_OS).length;
        String digest = Digest.sha256(changed.get(MAIN_OS)).hex();
        changed.put(MAIN_OS, junk)
                .editText(
                        "submission.json",
                        text -> text.replace(size, "\"size\": " + junk.length)
                                .replace(digest, Digest.sha256(junk).hex()));
        try (SubmissionArchive archive = open(changed.pack(folder.resolve("changed.zip")))) {
            assertThat(archive.contents().packages()).hasSize(2);
            assertThat(archive.contents().unreadable())
                    .extracting(each -> each.location().file())
                    .containsExactly(MAIN_OS);
        }
    }

    @Test
    void opensPackagesOnly() throws IOException {
        try (SubmissionArchive archive = open(SubmissionArchives.good(folder))) {
            for (String path : new String[] {"OEMInput.xml", "packages/x.spkg", "submission.json"}) {
                assertThatThrownBy(() -> archive.openPackage(path))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessage("The archive has no package " + path);
            }
        }
    }

    private SubmissionArchives changed() throws IOException {
        Files.deleteIfExists(folder.resolve("changed.zip"));
        return SubmissionArchives.unpacked(SubmissionArchives.good(folder));
    }

    private SubmissionArchives contextFree() throws IOException {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("free"));
        input.add(SubmissionFolder.contoso("PLAT").partition("PLAT").build(), 10);
        return SubmissionArchives.unpacked(SubmissionArchives.write(input.contextFree(), folder.resolve("free.zip")));
    }

    private void refused(SubmissionArchives changed, String part, String problem) throws IOException {
        Files.deleteIfExists(folder.resolve("changed.zip"));
        Path file = changed.pack(folder.resolve("changed.zip"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("changed.zip (" + part + "): " + problem);
    }

    private void refusedManifest(String from, String to, String path, String problem) throws IOException {
        Path file = changed()
                .editText("submission.json", text -> text.replaceFirst(from, to))
                .pack(folder.resolve("changed.zip"));
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("submission.json (" + path + "): " + problem);
    }

    private static SubmissionArchive open(Path file) throws IOException {
        return SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE);
    }
}

package io.oemingest.core.submission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.pkg.PackageProblem;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.testing.FactsBuilder;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.SubmissionFolder;
import io.oemingest.core.testing.TestDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts that travel as JSON come out as they went in, and what cannot be true together is refused with its place. */
class SubmissionFactsTest {
    private static final FileOpener NO_FILES = path -> {
        throw new AssertionError("nothing is to be opened for facts of packages alone: " + path);
    };

    @TempDir
    private Path folder;

    @Test
    void everyTypeOfSubmissionComesOutAsItWentIn() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        Path answers = Files.writeString(folder.resolve("answers.xml"), """
                <?xml version="1.0" encoding="utf-8"?>
                <ImageCustomizations xmlns="http://schemas.microsoft.com/embedded/2004/10/ImageUpdate" Name="A"
                    Description="A" Owner="Contoso" OwnerType="OEM">
                  <Static><Settings Path="DeviceInfo/Static"><Setting Name="PhoneModelName" Value="One"/></Settings></Static>
                </ImageCustomizations>
                """);
        Files.writeString(input.packages().resolve("Contoso.Broken.spkg"), "this is no cabinet, and never was one");
        for (FirmwareSubmission each : List.of(
                input.contextual(),
                input.contextFree(),
                input.image().withTargeting(answers).asBaseline(),
                input.ffuCatalog())) {
            ReadSubmission read = read(each);

            assertThat(facts(SubmissionFacts.write(read.contents(), read.files())))
                    .isEqualTo(read.contents());
        }
    }

    @Test
    void aWishForASignerTravelsWithThePackageItIsFor() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        ReadSubmission read = read(input.contextual());
        String path = read.contents().packages().get(0).path();
        SubmissionContents wished = read.contents().withSignAs(Map.of(path, "PPL"));
        String text = SubmissionFacts.write(wished, read.files());

        assertThat(facts(text)).isEqualTo(wished);
        Path file = folder.resolve("a.zip");
        new SubmissionArchiveWriter(wished, "test", "1", new byte[] {'{', '}'})
                .writeTo(file, read.files(), ProgressListener.NONE);
        try (SubmissionArchive archive = SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            assertThat(archive.contents()).isEqualTo(wished);
            assertThat(archive.manifest().files())
                    .filteredOn(each -> each.signAs() != null)
                    .extracting(each -> each.file().path() + " " + each.signAs())
                    .containsExactly(path + " PPL");
        }
        assertThatThrownBy(() -> facts(text.replaceFirst(
                        "\"kind\":\"(OemInput|UpdateHistory)\"",
                        "\"kind\":\"$1\",\"extensions\":{\"signAs\":\"PPL\"}")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("body ($.files[0].extensions.signAs): must be there for packages alone");
    }

    @Test
    void factsOfAnArchiveAreThoseOfTheFilesItWasMadeOf() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        for (FirmwareSubmission each : List.of(input.contextual(), input.image())) {
            ReadSubmission read = read(each);
            Path file = SubmissionArchives.write(each, folder.resolve("a.zip"));
            try (SubmissionArchive archive =
                    SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
                ReadSubmission same = archive.submission();

                assertThat(SubmissionFacts.write(same.contents(), same.files()))
                        .isEqualTo(SubmissionFacts.write(read.contents(), read.files()));
            }
        }
    }

    @Test
    void whatOnlyTheInsideOfAPackageTellsComesOutAsItWentIn() throws Exception {
        SubmissionContents contents = contents(
                FactsBuilder.contoso("PLAT")
                        .partition("PLAT")
                        .table("\\ACPI\\dsdt.aml", dsdt())
                        .problem(PackageProblem.Kind.JUNCTION_PATH),
                FactsBuilder.contoso("MainOS")
                        .driver("\\Windows\\a.inf", "2016-02-29", "1.2.3.4")
                        .testCertificate("\\Windows\\test.cer")
                        .app("\\Programs\\a.xap")
                        .content(null)
                        .removal()
                        .binaryPartition()
                        .platform(null)
                        .files(65_535)
                        .devicePlatform(),
                FactsBuilder.contoso("DEMO").targeting(TestDocuments.TARGETING).provisioned());

        assertThat(facts(SubmissionFacts.write(contents, NO_FILES))).isEqualTo(contents);
    }

    @Test
    void aRealHistoryComesOutAsItWentIn() throws Exception {
        Path phone = Samples.folderOrSkip("device-lumia930");
        ReadSubmission read = read(new Image(
                phone.resolve("UpdateHistory.xml"), phone.resolve("OEMInput.xml"), ProductType.WINDOWS_PHONE_BLUE));
        String text = SubmissionFacts.write(read.contents(), read.files());

        assertThat(facts(text)).isEqualTo(read.contents());
        assertThat(read.contents().unreadable())
                .as("its packages are not there")
                .hasSize(27);
        assertThat(text.length()).isLessThan(FormatLimits.defaults().maxInMemory() / 4);
    }

    @Test
    void whatANewerClientSaysBesidesIsSkipped() throws Exception {
        String text = mixedFacts();

        assertThat(facts(text.replace("\"strays\":", "\"newer\":{\"a\":[1,{}]},\"strays\":")
                        .replace("\"devicePath\":", "\"newer\":null,\"devicePath\":")))
                .isEqualTo(facts(text));
    }

    @Test
    void aDocumentThatChangedMeanwhileIsNotSent() throws Exception {
        SubmissionFolder input = SubmissionFolder.good(folder.resolve("in"));
        ReadSubmission read = read(input.contextual());
        Files.writeString(
                input.oemInput(), SubmissionFolder.text(input.oemInput()).replace("1080", "1081"));

        assertThatThrownBy(() -> SubmissionFacts.write(read.contents(), read.files()))
                .isInstanceOf(IOException.class)
                .hasMessage("OEMInput.xml changed since it was read");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "formatVersion":1        | "formatVersion":2          | body ($.formatVersion): is 2, this SDK reads version 1
            "type":"PartialImage"    | "type":"Everything"        | body ($.type): is not a known value: 'Everything'
            "baseline":false         | "baseline":true            | body ($): declares a baseline that is no image
            "type":"PartialImage"    | "type":"FfuCatalog"        | body ($): is context-free and no partial image
            "path":"OEMInput.xml","k | "path":"UpdateHistory.xml","k | body ($.files): 'UpdateHistory.xml' is no place for a file of this kind
            "path":"OEMInput.xml","c | "path":"packages/b.spkg","c | body ($.documents[0]): 'packages/b.spkg' is not among the files, or named again
            "content":"              | "content":"!               | body ($.documents[0].content): Illegal base64 character 21
            "content":"PD9           | "content":"PD8             | body ($.documents[0].content): is not the file that the row describes
            "documents":[            | "documents":[],"more":[    | body ($.files): 'OEMInput.xml' has no content
            "packages":[             | "packages":[],"more":[     | body ($.files): 'packages/Contoso.BASE.Phone.PLAT.spkg' has no content
            "checksum":"CORRECT"     | "checksum":"FINE"          | body ($.packages[0].acpiTables[0].checksum): is not a known value: 'FINE'
            "date":"2016-02-29"      | "date":"2015-02-29"        | body ($.packages[0].drivers[0].date): is not a date: '2015-02-29'
            "number":"1.2.3.4"       | "number":"1.2.3"           | body ($.packages[0].drivers[0].number): Not a version of four numbers 0 to 65535: '1.2.3'
            "kind":"JUNCTION_PATH"   | "kind":"OTHER"             | body ($.packages[0].problems[0].kind): is not a known value: 'OTHER'
            "files":1,               | "files":-1,                | body ($.packages[0].files): is negative
            "strays":[],             | "ffu":{"platformIds":["A"]},"strays":[], | body ($.ffu): 'ffu/head.bin' is not among the files, or named again
            "strays":[],             | ''                         | body ($): lacks 'strays'
            """)
    void whatCannotBeIsRefusedWithItsPlace(String good, String bad, String problem) throws Exception {
        String text = mixedFacts();
        assertThat(text).contains(good);

        assertThatThrownBy(() -> facts(text.replace(good, bad)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(problem);
    }

    @Test
    void aTextAboveTheLimitIsRefusedBeforeItIsTakenApart() throws Exception {
        FormatLimits small = FormatLimits.defaults().withMaxInMemory(100);

        assertThatThrownBy(() -> SubmissionFacts.read(
                        new ByteArrayInputStream(mixedFacts().getBytes(UTF_8)), "body", small))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("body: is larger than the 100 bytes allowed");
    }

    /** One package with everything, and a document. */
    private String mixedFacts() throws IOException {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("mixed"));
        input.writeDocuments();
        ReadSubmission read =
                read(new PartialImage.ContextFree(input.packages(), input.oemInput(), ProductType.WINDOWS_PHONE_BLUE));
        SubmissionContents contents = contents(FactsBuilder.contoso("PLAT")
                .partition("PLAT")
                .table("\\ACPI\\dsdt.aml", dsdt())
                .driver("\\Windows\\a.inf", "2016-02-29", "1.2.3.4")
                .problem(PackageProblem.Kind.JUNCTION_PATH));
        return SubmissionFacts.write(
                new SubmissionContents(
                        contents.kind(),
                        read.contents().documents(),
                        contents.packages(),
                        contents.strays(),
                        contents.unreadable()),
                read.files());
    }

    private static SubmissionContents contents(FactsBuilder... packages) {
        return new SubmissionContents(
                new SubmissionKind(
                        SubmissionType.PARTIAL_IMAGE,
                        SubmissionContext.CONTEXT_FREE,
                        ProductType.WINDOWS_PHONE_BLUE,
                        false),
                ImageDocuments.NONE,
                List.of(packages).stream().map(FactsBuilder::build).toList(),
                List.of(),
                List.of(new UnreadableFile(Location.ofOffset("packages/b.spkg", "header", 4), "is no cabinet")));
    }

    /** A definition block of 36 bytes whose sum is 0. */
    private static byte[] dsdt() {
        byte[] table = new byte[36];
        ByteBuffer.wrap(table)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("DSDT".getBytes(UTF_8))
                .putInt(table.length);
        int sum = 0;
        for (byte each : table) {
            sum += each;
        }
        table[9] = (byte) -sum;
        return table;
    }

    private static ReadSubmission read(FirmwareSubmission submission) throws IOException {
        return new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE).read(submission);
    }

    private static SubmissionContents facts(String text) throws IOException {
        return SubmissionFacts.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "body", FormatLimits.defaults());
    }
}

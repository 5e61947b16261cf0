package io.oemingest.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.cabinet.CabinetWriter;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.testing.Peers;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileExtractorTest {
    private static final FormatLimits LIMITS = FormatLimits.defaults();

    @TempDir
    Path work;

    private Path out;

    @BeforeEach
    void nameTheFolder() {
        out = work.resolve("out");
    }

    @Test
    void takesEveryMemberOutOfACabinet() throws IOException {
        ByteSource cabinet = InspectedFixtures.of("cabinet", work);

        Inspection done = FileExtractor.open(cabinet, LIMITS).extractTo(out, false, ProgressListener.NONE);

        assertThat(written()).isEqualTo(Map.of("hello.txt", "Hello, phone.\n", "sub/empty.txt", ""));
        assertThat(done.toText()).isEqualTo("""
                Contoso.cab: extracted
                  folder       %s
                  files: 2
                    size  name
                      14  hello.txt
                       0  sub\\empty.txt
                  total files  2
                  total size   14 bytes
                """.formatted(out));
    }

    @Test
    void tellsProgramsWhatIsInside() throws IOException {
        FileExtractor inside = FileExtractor.open(InspectedFixtures.of("cabinet", work), LIMITS);

        assertThat(inside.list().toJson()).isEqualTo("""
                {
                  "kind": "contents",
                  "file": "Contoso.cab",
                  "files": [
                    {
                      "size": 14,
                      "name": "hello.txt",
                      "target": "hello.txt"
                    },
                    {
                      "size": 0,
                      "name": "sub\\\\empty.txt",
                      "target": "sub\\\\empty.txt"
                    }
                  ],
                  "totalFiles": 2,
                  "totalSize": 14
                }
                """);
        assertThat(out).doesNotExist();
    }

    @Test
    void laysAPackageOutAsTheDeviceHasIt() throws IOException {
        ByteSource firmware = InspectedFixtures.of("package", work);

        FileExtractor.openByDevicePath(firmware, LIMITS).extractTo(out, false, ProgressListener.NONE);

        assertThat(written().keySet())
                .containsExactly(
                        "MainOS/Windows/Packages/DsmFiles/Contoso.Sample.MainOS.dsm.xml",
                        "MainOS/Windows/System32/a.cfg",
                        "MainOS/Windows/System32/catroot/{F750E6C3-38EE-11D1-85E5-00C04FC295EE}/Contoso.Sample.MainOS.cat",
                        "MainOS/Windows/System32/sample.dll");
        assertThat(written()).containsEntry("MainOS/Windows/System32/a.cfg", "a = 1");
    }

    @Test
    void takesTheEntriesOfArchivesOut() throws IOException {
        FileExtractor.open(InspectedFixtures.of("submission-archive", work), LIMITS)
                .extractTo(out, false, ProgressListener.NONE);
        FileExtractor.open(InspectedFixtures.of("signed-archive", work), LIMITS)
                .only(List.of("SIGNED.json", "packages\\Contoso.BASE.Phone.MainOS.spkg"))
                .extractTo(out.resolve("signed"), false, ProgressListener.NONE);

        assertThat(written().keySet())
                .containsExactly(
                        "packages/Contoso.BASE.Phone.MainOS.spkg",
                        "signed/packages/Contoso.BASE.Phone.MainOS.spkg",
                        "signed/signed.json",
                        "submission.json",
                        "validation-report.json");
        assertThat(written()).containsEntry("packages/Contoso.BASE.Phone.MainOS.spkg", "package");
    }

    @Test
    void takesOnlyTheNamedFilesByNameOrPlaceInAnyCase() throws IOException {
        FileExtractor all = FileExtractor.openByDevicePath(InspectedFixtures.of("package", work), LIMITS);

        all.only(List.of("2_A.CFG", "mainos/windows/system32/a.cfg")).extractTo(out, false, ProgressListener.NONE);

        assertThat(written()).isEqualTo(Map.of("MainOS/Windows/System32/a.cfg", "a = 1"));
        assertThatThrownBy(() -> all.only(List.of("b.cfg")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no file 'b.cfg' in Contoso.Sample.MainOS.spkg");
    }

    @Test
    void loadsASmallFileIntoMemoryAndRefusesALargeOne() throws IOException {
        FileExtractor inside = FileExtractor.open(InspectedFixtures.of("cabinet", work), LIMITS);

        ByteSource loaded = inside.load("HELLO.txt", LIMITS);
        assertThat(loaded.name()).isEqualTo("Contoso.cab!hello.txt");
        assertThat(loaded.readAll(100)).asString().isEqualTo("Hello, phone.\n");
        assertThatThrownBy(() -> inside.load("hello.txt", LIMITS.withMaxInMemory(13)))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("Contoso.cab (hello.txt): has 14 bytes, more than the 13 allowed in memory");
    }

    @Test
    void takesOutTheSignatureWithoutItsPadding() throws Exception {
        Path signed = work.resolve("signed.spkg");
        try (ByteSource unsigned = ByteSource.open(InspectedFixtures.unsignedPackage(work))) {
            new PackageSigner((part, name, present) -> TestIdentities.packageSigner(), TestIdentities.TIME, LIMITS)
                    .sign(FirmwarePackage.read(unsigned, LIMITS), signed, work);
        }
        try (ByteSource source = ByteSource.open(signed)) {
            FileExtractor.openSignature(source, LIMITS).extractTo(out, false, ProgressListener.NONE);
        }

        byte[] signature = Files.readAllBytes(out.resolve("signed.spkg.p7"));
        assertThat(signature).startsWith(0x30, 0x82);
        assertThat(signature).hasSize(4 + ((signature[2] & 0xff) << 8) + (signature[3] & 0xff));
        assertThatThrownBy(() -> FileExtractor.openSignature(InspectedFixtures.of("pe", work), LIMITS))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("sample.dll: has no signature of its own: no cabinet or image that is signed");
    }

    @Test
    void writesOverNothingUnlessForced() throws IOException {
        Files.createDirectories(out.resolve("sub"));
        Path there = Files.writeString(out.resolve("sub/empty.txt"), "precious");
        FileExtractor inside = FileExtractor.open(InspectedFixtures.of("cabinet", work), LIMITS);

        assertThatThrownBy(() -> inside.extractTo(out, false, ProgressListener.NONE))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(there.toString());
        assertThat(written()).isEqualTo(Map.of("sub/empty.txt", "precious"));

        inside.extractTo(out, true, ProgressListener.NONE);
        assertThat(written()).isEqualTo(Map.of("hello.txt", "Hello, phone.\n", "sub/empty.txt", ""));
    }

    @Test
    void leavesNoHalfFileWhenItIsToldToStop() throws IOException {
        FileExtractor inside = FileExtractor.open(cabinet("a.txt", "b.txt"), LIMITS);

        assertThatThrownBy(() -> inside.extractTo(out, false, progress -> {
                    if (progress.item().equals("b.txt")) {
                        throw new CancellationException("enough");
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(written()).isEqualTo(Map.of("a.txt", "content of a.txt"));
    }

    @Test
    void leavesNoHalfFileWhenAMemberIsDamaged() throws IOException {
        byte[] bytes = cabinet("a.txt").readAll(1 << 16);
        bytes[bytes.length - 1] ^= 1;
        FileExtractor inside = FileExtractor.open(ByteSource.of("a.cab", bytes), LIMITS);

        assertThatThrownBy(() -> inside.extractTo(out, false, ProgressListener.NONE))
                .isInstanceOf(MalformedFileException.class);
        assertThat(written()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "con.txt, cannot be taken out: the name 'con.txt' has the name of a device",
        "sub\\LPT1, cannot be taken out: the name 'sub\\LPT1' has the name of a device",
        "a.txt., cannot be taken out: the name 'a.txt.' has a part that ends in a point or blank",
        "a*.txt, cannot be taken out: the name 'a*.txt' has one of the characters <>\"|?*",
    })
    void refusesNamesThatAreNoFilesEverywhereBeforeAnythingIsWritten(String name, String problem) throws IOException {
        FileExtractor inside = FileExtractor.open(cabinet("first.txt", name), LIMITS);

        assertThatThrownBy(() -> inside.extractTo(out, false, ProgressListener.NONE))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.cab (" + name + "): " + problem);
        assertThat(out).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "..\\evil.txt",
        "\\evil.txt",
        "/evil.txt",
        "C:\\evil.txt",
        "a\\..\\..\\evil.txt",
        "evil.txt:stream",
    })
    void refusesNamesThatLeadOutOfTheFolder(String name) {
        ContainedFile file = new ContainedFile("member", name, 1);

        assertThatThrownBy(() -> ExtractionPlan.of("a.spkg", List.of(file), out))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.spkg (member): cannot be taken out: the name '" + name + "' ");
    }

    @Test
    void letsNoNameSteerTheTerminal() {
        ContainedFile file = new ContainedFile("m\u001b[2J", "a\u001b[2J", 1);

        assertThatThrownBy(() -> ExtractionPlan.of("a.spkg", List.of(file), out))
                .hasMessage(
                        "a.spkg (m\\u001b[2J): cannot be taken out: the name 'a\\u001b[2J' has a control character");
    }

    @ParameterizedTest
    @CsvSource({
        "A.txt, a.TXT, 'a.spkg (2): cannot be taken out: the name ''a.TXT'' is the place of another file, but for case'",
        "a, A\\b.txt, 'a.spkg (1): cannot be taken out: the name ''a'' is the folder of another file'",
    })
    void refusesTwoFilesForOnePlace(String one, String another, String message) {
        List<ContainedFile> files = List.of(new ContainedFile("1", one, 1), new ContainedFile("2", another, 1));

        assertThatThrownBy(() -> ExtractionPlan.of("a.spkg", files, out))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void saysThatADocumentHoldsNoFiles() {
        assertThatThrownBy(() -> FileExtractor.open(InspectedFixtures.of("oem-input", work), LIMITS))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("OEMInput.xml: holds no files to take out: it is no cabinet, package or archive");
    }

    static List<Path> realCabinets() {
        return Samples.packages();
    }

    @ParameterizedTest
    @MethodSource("realCabinets")
    void takesOutOfRealCabinetsWhatCabextractDoes(Path file) throws IOException {
        Peers.assumeInstalled("cabextract");
        Path peer = Files.createDirectory(work.resolve("peer"));
        Peers.runOk(work, "cabextract", "-q", "-d", peer.toString(), file.toString());
        try (ByteSource source = ByteSource.open(file)) {
            FileExtractor.open(source, LIMITS).extractTo(out, false, ProgressListener.NONE);
        }

        assertThat(written()).isNotEmpty().isEqualTo(files(peer));
    }

    private ByteSource cabinet(String... names) throws IOException {
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        for (String name : names) {
            writer.add(name, InspectedFixtures.text(name, "content of " + name));
        }
        Path target = work.resolve("a.cab");
        writer.writeTo(target);
        return ByteSource.of("a.cab", Files.readAllBytes(target));
    }

    private Map<String, String> written() throws IOException {
        return Files.exists(out) ? files(out) : Map.of();
    }

    /** Every file below a folder, its bytes as characters. */
    private static Map<String, String> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            each -> folder.relativize(each).toString().replace('\\', '/'),
                            FileExtractorTest::content,
                            (one, another) -> one,
                            TreeMap::new));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

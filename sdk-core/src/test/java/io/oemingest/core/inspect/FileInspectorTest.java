package io.oemingest.core.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.FfuImages;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.TestImages;
import io.oemingest.core.testing.TestSigner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

class FileInspectorTest {
    private static final FileInspector INSPECTOR = FileInspector.create(FormatLimits.defaults());
    private static final List<String> KINDS = InspectedFixtures.KINDS;

    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("KINDS")
    void showsPeopleWhatAFileOfEachKindSays(String kind) throws IOException {
        ByteSource file = InspectedFixtures.of(kind, folder);

        assertThat(INSPECTOR.inspect(file).toText()).isEqualTo(InspectedFixtures.expected(kind, ".txt", file));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void tellsProgramsTheSame(String kind) throws IOException {
        ByteSource file = InspectedFixtures.of(kind, folder);
        Inspection inspection = INSPECTOR.inspect(file);

        assertThat(inspection.kind()).isEqualTo(kind.replace("-cbs", ""));
        assertThat(inspection.toJson()).isEqualTo(InspectedFixtures.expected(kind, ".json", file));
    }

    @ParameterizedTest
    @FieldSource("KINDS")
    void recognisesEachKindWhateverItIsCalled(String kind) throws IOException {
        ByteSource file = InspectedFixtures.of(kind, folder);
        ByteSource renamed = file.slice("other.bin", 0, file.size());

        assertThat(INSPECTOR.inspect(renamed).kind()).isEqualTo(kind.replace("-cbs", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.spkg | nothing | a.spkg (header) at offset 0: needs 36 bytes, the file ends at 7 (truncated?)",
                "a.CAB  | nothing | a.CAB (header) at offset 0: needs 36 bytes, the file ends at 7 (truncated?)",
                "a.aml  | nothing | a.aml (table header) at offset 0: needs 8 bytes, the file ends at 7 (truncated?)",
                "a.reg  | nothing | a.reg: does not begin with the byte order mark of UTF-16LE",
                "a.dll  | nothing | a.dll (DOS header) at offset 0: needs 64 bytes, the file ends at 7 (truncated?)",
                "a.cat  | nothing | a.cat (catalog) at offset 0: is longer than what holds it",
                "a.xml  | <a><b/> | a.xml:1:8: is not well-formed XML: XML document structures must start and end within the same entity.",
                "a.json | {\"a\": 1, \"a\": 2} | a.json ($.a): is given twice",
                "a.bin  | a\u0001b | a.bin: is none of the kinds of files that a submission or an image build knows",
                "b.bin  | '' | b.bin: is empty",
            })
    void saysWhatIsWrongWithAFileThatIsNotWhatItIsNamed(String name, String content, String message) {
        ByteSource file = InspectedFixtures.text(name, content);

        assertThatThrownBy(() -> INSPECTOR.inspect(file))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void knowsTheStoresOfATruncatedImageFromItsManifest() throws IOException {
        ByteSource whole = InspectedFixtures.of("ffu", folder);
        ByteSource start = TruncatedFfu.read(whole, FormatLimits.defaults()).bytes();

        String text = INSPECTOR.inspect(start).toText();
        assertThat(text)
                .startsWith("Contoso.ffu: FFU image\n")
                .contains("\n  truncated            yes\n", "\n    store 1\n      sector size       512\n")
                .doesNotContain("payload", "descriptors");
        assertThat(INSPECTOR.inspect(whole).toText()).contains("\n  truncated            no\n");
    }

    @Test
    void showsAnImageWhoseCatalogNobodyCanRead() throws IOException {
        ByteSource bare = ByteSource.of("bare.ffu", FfuImages.ofOneStore());

        assertThat(INSPECTOR.inspect(bare).toText()).contains("    state    unreadable\n");
    }

    @Test
    void comparesAnImageWithItsHashesOnlyWhenAsked() throws IOException {
        byte[] bytes = TestImages.ffu();
        bytes[bytes.length - 1] ^= 1;
        ByteSource changed = ByteSource.of("a.ffu", bytes);
        FileInspector hashing = FileInspector.hashing(FormatLimits.defaults(), ProgressListener.NONE);

        assertThat(INSPECTOR.inspect(changed).toJson()).doesNotContain("checkedHashes");
        assertThat(hashing.inspect(ByteSource.of("b.ffu", TestImages.ffu())).toJson())
                .contains("\"checkedHashes\": ", "\"uncheckedHashes\": 0");
        assertThatThrownBy(() -> hashing.inspect(changed))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageStartingWith("a.ffu (chunk ");
    }

    @Test
    void showsAManifestOfAnyStyleThatLiesOutsideItsPackage() throws IOException {
        ByteSource mum = FileExtractor.open(InspectedFixtures.of("package-cbs", folder), FormatLimits.defaults())
                .load("update.mum", FormatLimits.defaults());

        assertThat(INSPECTOR.inspect(mum.slice("update.mum", 0, mum.size())).toText())
                .startsWith("update.mum: manifest of a package\n")
                .contains("\n  style             CBS\n", "\n  files: 4\n");
    }

    @Test
    void showsWhetherTheHashesOfPagesFitTheImage() throws IOException {
        ByteBuffer image = ByteBuffer.wrap(InspectedFixtures.image()).order(ByteOrder.LITTLE_ENDIAN);
        // Section alignment, file alignment, size of headers: what makes pages.
        image.putInt(0x98 + 32, 0x1000).putInt(0x98 + 36, 0x200).putInt(0x98 + 60, 0x200);
        Path plain = Files.write(folder.resolve("plain.exe"), image.array());
        byte[] signed = Files.readAllBytes(TestSigner.inFolder(folder).sign(plain, "a.exe", "-ph", "-h", "sha256"));

        assertThat(INSPECTOR.inspect(ByteSource.of("a.exe", signed)).toText())
                .endsWith("\n  page hashes\n    algorithm  SHA-256\n    pages      2\n");
        signed[0x300] ^= 1;
        assertThat(INSPECTOR.inspect(ByteSource.of("a.exe", signed)).toText())
                .endsWith("\n    pages             2\n    first difference  0x00000200\n");
    }

    static List<Path> realFiles() {
        return Samples.filesOrSkip("");
    }

    @ParameterizedTest
    @MethodSource("realFiles")
    void inspectsEveryRealFileWithoutAComplaint(Path path) throws IOException {
        try (ByteSource file = ByteSource.open(path)) {
            Inspection inspection = INSPECTOR.inspect(file);

            assertThat(inspection.kind()).isEqualTo(expectedKind(path));
            assertThat(inspection.toText()).startsWith(path.getFileName() + ": ");
            assertThat(inspection.toFullText().length())
                    .isGreaterThanOrEqualTo(inspection.toText().length());
            assertThat(Json.memberNames(
                            new ByteArrayInputStream(inspection.toJson().getBytes(StandardCharsets.UTF_8)),
                            "json",
                            FormatLimits.defaults()))
                    .startsWith("kind", "file", "size", "sha256");
        }
    }

    private static String expectedKind(Path path) {
        String name = path.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "aml", "acp" -> "acpi-table";
            case "bin" -> "platform-config";
            case "spkg" -> "package";
            case "cab" -> path.getParent().endsWith("cab-ms-signed") ? "cabinet" : "package";
            case "xsd" -> "xml";
            case "xml" -> document(name);
            default -> "text";
        };
    }

    private static String document(String name) {
        return switch (name) {
            case "UpdateHistory.xml" -> "update-history";
            case "DeviceLayout.xml" -> "device-layout";
            case "OEMDevicePlatform.xml" -> "oem-device-platform";
            default -> name.contains("OEMInput") ? "oem-input" : "feature-manifest";
        };
    }
}

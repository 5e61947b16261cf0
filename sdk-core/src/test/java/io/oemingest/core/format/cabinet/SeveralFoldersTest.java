package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cabinets of several folders, each packed in its own way. */
class SeveralFoldersTest {
    private static final List<CabinetCompression> FOLDERS = List.of(
            CabinetCompression.STORED,
            CabinetCompression.MSZIP,
            CabinetCompression.lzx(15),
            CabinetCompression.lzx(21));

    @TempDir
    Path folder;

    @Test
    void eachFolderHoldsItsFilesInItsOwnPacking() throws IOException {
        try (ByteSource source = ByteSource.open(write())) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            List<String> read = new ArrayList<>();
            cabinet.forEachMember((member, content) -> {
                read.add(member.folder() + " " + cabinet.compression(member) + " " + member.name());
                assertThat(content.readAllBytes()).isEqualTo(content(member.name()));
            });
            List<String> expected = new ArrayList<>();
            for (int i = 0; i < FOLDERS.size(); i++) {
                for (String name : names(i)) {
                    expected.add(i + " " + FOLDERS.get(i) + " " + name);
                }
            }
            assertThat(read).containsExactlyElementsOf(expected);
            for (CabinetMember member : cabinet.members()) {
                assertThat(cabinet.readAll(member, 1 << 20)).isEqualTo(content(member.name()));
            }
        }
    }

    @Test
    void cabextractAndGcabUnpackThemToo() throws IOException {
        Peers.assumeInstalled("cabextract", "gcab");
        Path file = write();
        assertThat(Peers.runOk(folder, "cabextract", "-t", file.toString()))
                .contains("All done, no errors.")
                .doesNotContain("WARNING");
        for (String command : List.of("cabextract -q -d theirs several.cab", "gcab -x -C theirs several.cab")) {
            Files.createDirectories(folder.resolve("theirs"));
            Peers.runOk(folder, "sh", "-c", command);
            for (int i = 0; i < FOLDERS.size(); i++) {
                for (String name : names(i)) {
                    Path theirs = folder.resolve("theirs").resolve(name);
                    assertThat(theirs).hasBinaryContent(content(name));
                    Files.delete(theirs);
                }
            }
        }
    }

    @Test
    void aFolderWithoutFilesIsNotWritten() throws IOException {
        Path file = folder.resolve("one.cab");
        CabinetWriter.create(CabinetCompression.STORED)
                .startFolder(CabinetCompression.MSZIP)
                .add("a", ByteSource.of("a", new byte[9]))
                .startFolder(CabinetCompression.lzx(15))
                .writeTo(file);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.members()).extracting(CabinetMember::folder).containsExactly(0);
            assertThat(cabinet.compression(cabinet.members().get(0))).isEqualTo(CabinetCompression.MSZIP);
        }
    }

    @Test
    void foldersOfEmptyFilesHaveNoData() throws IOException {
        Path file = folder.resolve("empty.cab");
        CabinetWriter.create(CabinetCompression.MSZIP)
                .add("a", ByteSource.of("a", new byte[0]))
                .startFolder(CabinetCompression.MSZIP)
                .add("b", ByteSource.of("b", new byte[0]))
                .writeTo(file);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.members()).extracting(CabinetMember::name).containsExactly("a", "b");
            assertThat(cabinet.readAll(cabinet.find("b"), 1)).isEmpty();
            assertThat(cabinet.cabinetSize()).isEqualTo(36 + 2 * 8 + 2 * (16 + 2));
        }
    }

    @Test
    void refusesMoreFoldersThanACabinetHolds() {
        Path file = folder.resolve("many.cab");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        for (int i = 0; i < 65_534; i++) {
            writer.startFolder(CabinetCompression.STORED).add("f" + i, ByteSource.of("f", new byte[0]));
        }
        assertThatThrownBy(() -> writer.writeTo(file))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage(file + " cannot be written: 65534 folders are more than the 65533 of a cabinet");
        assertThat(folder).isEmptyDirectory();
    }

    private Path write() throws IOException {
        Path file = folder.resolve("several.cab");
        CabinetWriter writer = CabinetWriter.create(CabinetCompression.STORED);
        for (int i = 0; i < FOLDERS.size(); i++) {
            writer.startFolder(FOLDERS.get(i));
            for (String name : names(i)) {
                writer.add(name, ByteSource.of(name, content(name)));
            }
        }
        writer.writeTo(file);
        return file;
    }

    private static List<String> names(int folder) {
        return List.of("small-" + folder, "large-" + folder);
    }

    private static byte[] content(String name) {
        return CabinetRoundTripTest.content(new Random(name.hashCode()), name.startsWith("small") ? 100 : 70_000);
    }
}

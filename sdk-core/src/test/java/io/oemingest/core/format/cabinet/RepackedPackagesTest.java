package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Peers;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real packages, packed again by us as they were: what others make of them, and how large they become. */
class RepackedPackagesTest {
    @TempDir
    Path folder;

    @Test
    void cabextractAcceptsEveryRealPackagePackedAgainAndUnpacksTheSameFiles() throws IOException {
        Peers.assumeInstalled("cabextract");
        for (Path real : Samples.packages()) {
            Path ours = repacked(real);
            assertThat(Peers.runOk(folder, "cabextract", "-t", ours.toString()))
                    .as(real.toString())
                    .contains("All done, no errors.")
                    .doesNotContain("WARNING");
            Path out = Files.createTempDirectory(folder, "out");
            Peers.runOk(folder, "cabextract", "-q", "-d", out.toString(), ours.toString());
            for (Map.Entry<String, byte[]> file : members(real).entrySet()) {
                assertThat(out.resolve(file.getKey().replace('\\', '/')))
                        .as(real.toString())
                        .hasBinaryContent(file.getValue());
            }
        }
    }

    @Test
    void lzxPacksTheMembersOfRealPackagesToAtMostATenthMoreThanTheirOwnPacker() throws IOException {
        int compared = 0;
        for (Path real : Samples.packages()) {
            if (compression(real).method() == CabinetCompression.Method.LZX) {
                assertThat(packedSize(repacked(real)))
                        .as(real.toString())
                        .isLessThanOrEqualTo(packedSize(real) * 110 / 100);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(7);
    }

    private Path repacked(Path real) throws IOException {
        try (ByteSource source = ByteSource.open(real)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            CabinetWriter writer = CabinetWriter.create(compression(real));
            for (CabinetMember member : cabinet.members()) {
                writer.add(member, ByteSource.of(member.name(), cabinet.readAll(member, 1 << 24)));
            }
            Path ours = Files.createTempFile(folder, "ours", ".cab");
            writer.writeTo(ours);
            return ours;
        }
    }

    private static CabinetCompression compression(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            return cabinet.compression(cabinet.members().get(0));
        }
    }

    private static Map<String, byte[]> members(Path file) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet.read(source, FormatLimits.defaults())
                    .forEachMember((member, content) -> members.put(member.name(), content.readAllBytes()));
        }
        return members;
    }

    /** Bytes of all data blocks, without header, tables and signature. */
    private static long packedSize(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            FormatLimits limits = FormatLimits.defaults();
            return FolderTable.read(source, CabinetHeader.read(source, limits), limits).stream()
                    .mapToLong(each -> each.dataEnd() - each.dataOffset())
                    .sum();
        }
    }
}

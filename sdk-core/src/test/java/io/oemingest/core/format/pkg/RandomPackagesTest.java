package io.oemingest.core.format.pkg;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.BuildType;
import io.oemingest.core.model.CpuType;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.OwnerType;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.model.ReleaseType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a package is told to say, it says when it is read again, whatever that is. */
class RandomPackagesTest {
    private static final int PACKAGES = 150;
    private static final String NAME = "abcdefXYZ0123456789_-.";
    private static final String PATH = "abcXYZ019 _-.,;=&'äß语";
    private static final String TEXT = "abc <&>\"' \u00e4\u8a9e;=%";
    private static final List<CabinetCompression> PACKINGS = List.of(
            CabinetCompression.STORED,
            CabinetCompression.MSZIP,
            CabinetCompression.lzx(15),
            CabinetCompression.lzx(21));

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(PackageStyle.class)
    void readsWhatWasWritten(PackageStyle style) throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < PACKAGES; i++) {
            PackageManifest facts = facts(random, style);
            Map<String, PackageContent> contents = facts.removal() ? Map.of() : contents(random, facts);

            FirmwarePackage read = write(random, facts, contents);

            assertThat(read.manifest())
                    .as("seed %d, package %d", seed, i)
                    .isEqualTo(facts.toBuilder().files(read.manifest().files()).build());
            assertThat(read.problems()).as("seed %d, package %d", seed, i).isEmpty();
            assertThat(payload(read)).as("seed %d, package %d", seed, i).isEqualTo(expected(style, contents));
        }
    }

    @Test
    void writesManifestsThatReadEqually() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            List<PackageFile> files = new ArrayList<>();
            for (int n = 0; n < random.nextInt(8); n++) {
                files.add(file(random, n));
            }
            PackageManifest facts =
                    facts(random, PackageStyle.SPKG).toBuilder().files(files).build();
            byte[] text = DsmWriter.write(facts);

            PackageManifest read = DsmReader.read(ByteSource.of("man.dsm.xml", text), FormatLimits.defaults());

            assertThat(read).as("seed %d, manifest %d", seed, i).isEqualTo(facts);
            assertThat(DsmWriter.write(read))
                    .as("seed %d, manifest %d", seed, i)
                    .isEqualTo(text);
        }
    }

    private FirmwarePackage write(Random random, PackageManifest facts, Map<String, PackageContent> contents)
            throws IOException {
        PackageWriter writer = PackageWriter.of(facts).compression(PACKINGS.get(random.nextInt(PACKINGS.size())));
        contents.values()
                .forEach(each -> writer.file(each.fileType(), each.devicePath(), each.attributes(), each.content()));
        Path file = folder.resolve("random.pkg");
        writer.writeTo(file, (name, subjects) -> new byte[100 + subjects.size()]);
        return FirmwarePackage.read(ByteSource.of("random.pkg", Files.readAllBytes(file)), FormatLimits.defaults());
    }

    private static Map<String, String> payload(FirmwarePackage read) throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (PackageFile file : read.manifest().files()) {
            if (!file.isMetadata() && !file.cabPath().endsWith(".manifest")) {
                byte[] content = read.cabinet().readAll(read.cabinet().find(file.cabPath()), 1 << 20);
                found.put(
                        file.fileType() + " " + file.devicePath() + " " + file.attributes(),
                        new String(content, StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    private static Map<String, String> expected(PackageStyle style, Map<String, PackageContent> contents)
            throws IOException {
        Map<String, String> expected = new LinkedHashMap<>();
        for (PackageContent each : contents.values()) {
            boolean spkg = style == PackageStyle.SPKG;
            expected.put(
                    (spkg ? each.fileType() : "Regular") + " " + each.devicePath() + " "
                            + (spkg ? each.attributes() : null),
                    new String(each.content().readAll(1 << 20), StandardCharsets.UTF_8));
        }
        return expected;
    }

    private static PackageManifest facts(Random random, PackageStyle style) {
        boolean spkg = style == PackageStyle.SPKG;
        int suffix = random.nextInt(4);
        PackageIdentity identity = new PackageIdentity(
                name(random),
                name(random),
                maybe(random, name(random)),
                suffix == 1 ? "de-de" : null,
                suffix == 2 ? "480x800" : null);
        CpuType cpu = one(random, CpuType.values());
        // Fit to each other, since a package without problems is wanted.
        boolean removal = random.nextInt(6) == 0;
        boolean binary = spkg && !removal && random.nextInt(6) == 0;
        return PackageManifest.builder(style, identity)
                .version(new FirmwareVersion(part(random), part(random), part(random), part(random)))
                .ownerType(one(random, OwnerType.values()).text())
                .releaseType(one(random, ReleaseType.values()).text())
                .buildType(one(random, BuildType.values()).text())
                .cpuType(spkg ? cpu.text() : cpu.cbsText())
                .partition(random.nextBoolean() ? "MainOS" : "EFIESP")
                .platform(spkg ? maybe(random, name(random)) : null)
                .groupingKey(maybe(random, name(random)))
                .description(maybe(random, "x" + word(random, TEXT, 40) + "x"))
                .targetGroups(random.nextBoolean() ? List.of() : List.of("{a-b}", word(random, "ab/\\_", 30)))
                .buildString(spkg ? maybe(random, "x" + word(random, TEXT, 40) + "x") : null)
                .publicKeyToken(spkg ? null : "%016x".formatted(random.nextLong()))
                .removal(removal)
                .declaredBinaryPartition(spkg && !binary ? maybe(random, false) : (Boolean) binary)
                .build();
    }

    private static Map<String, PackageContent> contents(Random random, PackageManifest facts) {
        Map<String, PackageContent> contents = new LinkedHashMap<>();
        int count = facts.binaryPartition() ? 1 : random.nextInt(12);
        for (int i = 0; i < count; i++) {
            FileType type = facts.binaryPartition() ? FileType.BINARY_PARTITION : FileType.REGULAR;
            // Sorted as manifests are, whatever the letters behind are.
            String path = "\\sub%02d\\".formatted(i) + "f" + word(random, PATH, 20) + "f.bin";
            ByteSource content = ByteSource.of(path, word(random, TEXT, 5_000).getBytes(StandardCharsets.UTF_8));
            String attributes = one(random, "Archive", "Archive Compressed", "ReadOnly Hidden System", "Normal");
            contents.put(path, new PackageContent(type.text(), path, attributes, content));
        }
        return contents;
    }

    private static PackageFile file(Random random, int number) {
        return new PackageFile(
                one(random, FileType.values()).text(),
                "\\%d\\".formatted(number) + "f" + word(random, PATH, 20) + "f",
                "%d_f".formatted(number),
                maybe(random, "Archive"),
                random.nextInt(1 << 30),
                maybe(random, (long) random.nextInt(1 << 30)),
                maybe(random, (long) random.nextInt(1 << 30)),
                maybe(random, name(random)),
                maybe(random, "-oem -hal"),
                null);
    }

    private static String name(Random random) {
        return "N" + word(random, NAME, 12);
    }

    private static String word(Random random, String letters, int limit) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(limit); i >= 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }

    private static int part(Random random) {
        return random.nextInt(0x10000);
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}

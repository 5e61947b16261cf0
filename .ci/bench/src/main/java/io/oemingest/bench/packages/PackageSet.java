package io.oemingest.bench.packages;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Packages in a folder: both styles, every packing, of 1 to 40 files. */
record PackageSet(List<Path> files, long size) {
    private static final int KINDS = 60;
    private static final int LARGEST_FILE = 4_000;
    private static final List<CabinetCompression> PACKINGS =
            List.of(CabinetCompression.lzx(15), CabinetCompression.lzx(21), CabinetCompression.MSZIP);

    /** Makes {@code count} packages; there are 60 different ones, and copies of them. */
    static PackageSet of(Path folder, int count) throws IOException {
        List<Path> files = new ArrayList<>();
        long size = 0;
        for (int i = 0; i < count; i++) {
            Path file = folder.resolve(i + ".pkg");
            if (i < KINDS) {
                write(i, file);
            } else {
                Files.copy(files.get(i % KINDS), file);
            }
            files.add(file);
            size += Files.size(file);
        }
        return new PackageSet(List.copyOf(files), size);
    }

    /** The first ones of this set. */
    PackageSet first(int count) throws IOException {
        long part = 0;
        for (Path file : files.subList(0, count)) {
            part += Files.size(file);
        }
        return new PackageSet(files.subList(0, count), part);
    }

    private static void write(int seed, Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        PackageStyle style = seed % 2 == 0 ? PackageStyle.SPKG : PackageStyle.CBS;
        PackageManifest facts = PackageManifest.retail(style, PackageIdentity.of("Contoso", "Sample" + seed, "MainOS"))
                .version(new FirmwareVersion(1, 0, 0, seed))
                .build();
        PackageWriter writer = PackageWriter.of(facts).compression(PACKINGS.get(seed % PACKINGS.size()));
        for (int i = random.nextInt(40); i >= 0; i--) {
            String path = "\\Windows\\System32\\file" + i + ".bin";
            writer.file(path, ByteSource.of(path, content(random)));
        }
        writer.writeTo(file, new SecurityCatalogBuilder(Clock.systemUTC()));
    }

    private static byte[] content(SplittableRandom random) {
        byte[] content = new byte[random.nextInt(LARGEST_FILE)];
        for (int i = 0; i < content.length; i++) {
            content[i] = (byte) random.nextInt(1 + i % 32);
        }
        return content;
    }
}

package io.oemingest.core.internal.zip;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.testing.hostile.HostileReaders;
import io.oemingest.core.testing.hostile.Lie;
import io.oemingest.core.testing.hostile.Lies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Zip files that lie. */
public final class ZipLies {
    private ZipLies() {}

    public static List<Lie> all() {
        byte[] good = HostileReaders.named("zip").makeFixtures().get(0);
        ZipBytes zip = ZipBytes.of(good);
        int local = zip.local(0);
        int central = zip.central(0);
        int end = zip.end();
        return Lies.about("zip", good)
                .field("local compression method", local + 8, 2)
                .field("local crc-32", local + 14, 4)
                .field("local compressed size", local + 18, 4)
                .field("local uncompressed size", local + 22, 4)
                .field("local file name length", local + 26, 2)
                .field("local extra field length", local + 28, 2)
                .field("central flags", central + 8, 2)
                .field("central compression method", central + 10, 2)
                .field("central crc-32", central + 16, 4)
                .field("central compressed size", central + 20, 4)
                .field("central uncompressed size", central + 24, 4)
                .field("central file name length", central + 28, 2)
                .field("central extra field length", central + 30, 2)
                .field("central file comment length", central + 32, 2)
                .field("central disk number start", central + 34, 2)
                .field("central offset of local header", central + 42, 4)
                .field("end number of this disk", end + 4, 2)
                .field("end entries on this disk", end + 8, 2)
                .field("end entries", end + 10, 2)
                .field("end size of central directory", end + 12, 4)
                .field("end offset of central directory", end + 16, 4)
                .field("end comment length", end + 20, 2)
                .whole(
                        "two megabytes in two kilobytes",
                        () -> archive(zipped -> zipped.addText("a", new byte[2 << 20])))
                .whole("ten thousand entries of nothing", () -> archive(ZipLies::addMany))
                .all();
    }

    @FunctionalInterface
    private interface Filler {
        void fill(ZipWriter zip) throws IOException;
    }

    private static void addMany(ZipWriter zip) throws IOException {
        for (int i = 0; i < 10_000; i++) {
            zip.addStored("e" + i, ByteSource.of("e", new byte[0]), ProgressListener.NONE);
        }
    }

    private static byte[] archive(Filler filler) {
        try {
            Path file = Files.createTempFile("lies", ".zip");
            Files.delete(file);
            try (ZipWriter zip = ZipWriter.create(file)) {
                filler.fill(zip);
                zip.finish();
            }
            byte[] bytes = Files.readAllBytes(file);
            Files.delete(file);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

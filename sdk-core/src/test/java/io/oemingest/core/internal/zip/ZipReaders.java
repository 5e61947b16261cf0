package io.oemingest.core.internal.zip;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The readers of this package under attack. */
public final class ZipReaders {
    private ZipReaders() {}

    public static List<HostileReader> all() {
        return List.of(new HostileReader("zip", ZipReaders::archives, ZipReaders::readAll));
    }

    private static void readAll(ByteSource source) throws IOException {
        StrictZip zip = StrictZip.read(source, HostileReader.LIMITS);
        for (ZipEntryFacts each : zip.entries()) {
            byte[] content = zip.readAll(each, HostileReader.LIMITS.maxInMemory());
            Expect.that(content.length == each.size(), "an entry has the size it declares");
            Expect.same(each, zip.find(each.name()), "an entry is found by its name");
        }
    }

    private static List<byte[]> archives() throws IOException {
        Path folder = Files.createTempDirectory("zip");
        byte[] good = ZipBytes.good(folder).array();
        Files.delete(folder.resolve("good.zip"));
        Files.delete(folder);
        return List.of(good);
    }
}

package io.oemingest.bench.ffu;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.bench.Peer;
import io.oemingest.bench.RepeatedBytes;
import io.oemingest.core.format.ffu.FfuDisk;
import io.oemingest.core.format.ffu.FfuPartition;
import io.oemingest.core.format.ffu.FfuWriter;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.signing.HashTableCatalogBuilder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * Verifying a whole image, headers, catalog and every chunk, in a JVM of 64 MiB heap beside openssl, which does nothing
 * but hash the same file. Both are processes, and the start of ours counts.
 */
public final class FfuSpeed implements Benchmark {
    /** Name of the property with the size of the image's payload in MiB. */
    public static final String SIZE = "oemingest.bench.ffu.mib";

    private static final int DEFAULT_MIB = 4096;
    private static final int CHUNK = 128 << 10;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        if (!Peer.isInstalled("openssl")) {
            out.println("verify an FFU image: skipped, openssl is not installed");
            return;
        }
        int mib = Integer.getInteger(SIZE, DEFAULT_MIB);
        Path image = folder.resolve("image.ffu");
        write(image, mib);
        Cost.Work ours = () -> Peer.run(Path.of("."), verify(image));
        Cost.Work theirs = () -> Peer.run(Path.of("."), "openssl dgst -sha256 '" + image + "' > /dev/null");
        // So that the file is in memory for both.
        theirs.run();
        out.println(Duel.of(ours, theirs).line("verify an FFU of " + mib + " MiB", "openssl", Files.size(image)));
    }

    private static String verify(Path image) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return String.format(
                "'%s' -Xmx64m -cp '%s' %s '%s'",
                java, System.getProperty("java.class.path"), FfuVerifyRun.class.getName(), image);
    }

    private static void write(Path image, int mib) throws IOException {
        RepeatedBytes content = new RepeatedBytes("content", (long) mib << 20, 7);
        UUID id = new UUID(1, 2);
        FfuPartition main = new FfuPartition("MainOS", id, id, content.size() / FfuDisk.SECTOR, false, content);
        FfuWriter.create(CHUNK, List.of(new PlatformId("Contoso.Demo.D100")))
                .disk(new FfuDisk(id, "", 2 * main.sectors() + 65_536, List.of(main)))
                .writeTo(image, new HashTableCatalogBuilder(InstantSource.fixed(Instant.EPOCH)));
    }
}

package io.oemingest.core.format.pe;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.hostile.Expect;
import io.oemingest.core.testing.hostile.HostileReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The readers of this package under attack. */
public final class PeReaders {
    private PeReaders() {}

    public static List<HostileReader> all() {
        return List.of(new HostileReader("pe", PeReaders::images, PeReaders::readAll));
    }

    private static void readAll(ByteSource source) throws IOException {
        boolean image = PeImage.isPe(source);
        PeImage read = PeImage.read(source, HostileReader.LIMITS);
        Expect.that(image, "what is read as an image is known as one");
        Digest digest = read.digest(DigestAlgorithm.SHA256);
        Expect.same(digest, read.digest(DigestAlgorithm.SHA256), "a digest is stable");
        pages(read);
        ByteSource signature = read.signature();
        if (signature != null) {
            signature.readAll(HostileReader.LIMITS.maxInMemory());
        }
    }

    private static void pages(PeImage read) throws IOException {
        try {
            ImagePages pages = read.pages();
            long[] visited = {0};
            pages.forEach(DigestAlgorithm.SHA256, (offset, digest) -> ++visited[0] > 0);
            Expect.same(visited[0], pages.count(), "every page is visited");
        } catch (MalformedFileException e) {
            Expect.that(e.location().offset() != null, "impossible pages are refused where they are declared");
        }
    }

    private static List<byte[]> images() throws IOException {
        byte[] unsigned = TestImage.pe32(3);
        return List.of(unsigned, TestImage.pe32Plus(0), signed(unsigned), signed(TestImage.pe32Plus(0)));
    }

    static byte[] signed(byte[] image) throws IOException {
        Path folder = Files.createTempDirectory("pe");
        Path file = folder.resolve("signed.exe");
        PeImage.read(ByteSource.of("image", image), HostileReader.LIMITS).writeSigned(new byte[] {0x30, 1, 0}, file);
        byte[] bytes = Files.readAllBytes(file);
        Files.delete(file);
        Files.delete(folder);
        return bytes;
    }
}

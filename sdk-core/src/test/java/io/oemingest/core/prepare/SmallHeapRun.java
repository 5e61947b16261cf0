package io.oemingest.core.prepare;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.format.pkg.PackageWriter;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.SecurityCatalogBuilder;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.testing.SubmissionFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** A program that makes big packages, prepares them and opens the archive; run with a heap smaller than one of them. */
public final class SmallHeapRun {
    private SmallHeapRun() {}

    /** Arguments: a folder, the number of packages, the size of each in MiB. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        for (int i = 0; i < Integer.parseInt(args[1]); i++) {
            PackageManifest facts =
                    SubmissionFolder.contoso("Big" + i).partition("MainOS").build();
            PackageWriter.of(facts)
                    .compression(CabinetCompression.STORED)
                    .file("\\Windows\\System32\\big.bin", new Noise(Long.parseLong(args[2]) << 20))
                    .writeTo(
                            input.packages().resolve(PackageWriter.fileName(facts)),
                            new SecurityCatalogBuilder(InstantSource.fixed(Instant.EPOCH)));
        }
        long start = System.nanoTime();
        Path archive = new SubmissionPreparer(PreparerOptions.of("tests", "1.0"))
                .prepare(input.contextFree(), folder.resolve("out.zip"))
                .archive();
        long prepared = System.nanoTime();
        try (SubmissionArchive opened =
                SubmissionArchive.open(archive, FormatLimits.defaults(), ProgressListener.NONE)) {
            System.out.println(opened.contents().packages().size() + " packages, archive of "
                    + (Files.size(archive) >> 20) + " MiB, prepared in " + (prepared - start) / 1_000_000
                    + " ms, opened in " + (System.nanoTime() - prepared) / 1_000_000 + " ms");
        }
    }

    /** Bytes that depend on their offset alone. */
    private record Noise(long size) implements ByteSource {
        @Override
        public String name() {
            return "noise";
        }

        @Override
        public int read(long offset, byte[] target, int start, int length) {
            if (offset >= size) {
                return -1;
            }
            int n = (int) Math.min(length, size - offset);
            for (int i = 0; i < n; i++) {
                target[start + i] = (byte) ((offset + i) * 0x9e3779b9L >> 13);
            }
            return n;
        }
    }
}

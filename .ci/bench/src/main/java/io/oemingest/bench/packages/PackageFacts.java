package io.oemingest.bench.packages;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;

/** The facts and problems of 10 to 10,000 packages beside SHA-256 of the same files, which nobody can do without. */
public final class PackageFacts implements Benchmark {
    private static final int[] COUNTS = {10, 100, 1_000, 10_000};
    private static final double MICROS = 1e6;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        PackageSet all = PackageSet.of(folder, COUNTS[COUNTS.length - 1]);
        for (int count : COUNTS) {
            PackageSet some = all.first(count);
            Duel duel = Duel.of(() -> Cost.of(() -> read(some)), () -> Cost.of(() -> hash(some)));
            out.println(duel.line("facts of " + count + " packages", "SHA-256", some.size()));
            out.printf(
                    Locale.ROOT,
                    "%-28s ours %7.1f us   SHA-256    %7.1f us   for packages of %.1f kB%n",
                    "  each",
                    duel.ourCpu() * MICROS / count,
                    duel.theirCpu() * MICROS / count,
                    some.size() / 1e3 / count);
        }
    }

    private static void read(PackageSet packages) throws IOException {
        for (Path file : packages.files()) {
            try (ByteSource source = ByteSource.open(file)) {
                FirmwarePackage read = FirmwarePackage.read(source, FormatLimits.defaults());
                if (!read.problems().isEmpty()) {
                    throw new IOException(file + " is no good package: " + read.problems());
                }
            }
        }
    }

    private static void hash(PackageSet packages) throws IOException {
        for (Path file : packages.files()) {
            try (ByteSource source = ByteSource.open(file)) {
                Digest.sha256(source);
            }
        }
    }
}

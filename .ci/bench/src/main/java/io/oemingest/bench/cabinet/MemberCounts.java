package io.oemingest.bench.cabinet;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.bench.Peer;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cabinets of 10 to 10,000 members of one size: unpacking and hashing each beside cabextract and sha256sum, packing
 * beside SHA-256 of the same files. What one member costs must not depend on how many there are.
 */
public final class MemberCounts implements Benchmark {
    private static final int[] COUNTS = {10, 100, 1_000, 10_000};
    private static final int MEMBER = 4_096;
    private static final double MICROS = 1e6;
    private static final List<CabinetCompression> METHODS =
            List.of(CabinetCompression.MSZIP, CabinetCompression.lzx(18));

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        for (int count : COUNTS) {
            DataSet data = members(folder, count);
            for (CabinetCompression method : METHODS) {
                Path ours = data.folder().resolve("ours.cab");
                data.pack(method, ours);
                String what = method.method() + ", " + count + " members";
                unpack(data, ours, "unpack " + what, out);
                Duel pack = Duel.of(() -> Cost.of(() -> data.pack(method, ours)), () -> Cost.of(() -> hash(data)));
                tell(pack, "pack " + what, "SHA-256", data, out);
            }
        }
    }

    private static void unpack(DataSet data, Path cabinet, String what, PrintStream out) throws IOException {
        if (!Peer.isInstalled("cabextract")) {
            out.println(what + ": skipped, cabextract is not installed");
            return;
        }
        Cost.Work theirs =
                () -> Peer.run(data.folder(), "cabextract -p -q " + cabinet.getFileName() + " | sha256sum > hash");
        tell(Duel.of(() -> Cost.of(() -> hash(cabinet)), theirs), what, "cabextract", data, out);
    }

    private static void tell(Duel duel, String what, String peer, DataSet data, PrintStream out) {
        int count = data.files().size();
        out.println(duel.line(what, peer, data.size()));
        out.printf(Locale.ROOT, "%-28s ours %7.1f us%n", "  each", duel.ourCpu() * MICROS / count);
    }

    private static void hash(Path cabinet) throws IOException {
        try (ByteSource source = ByteSource.open(cabinet)) {
            Cabinet.read(source, FormatLimits.defaults())
                    .forEachMember((member, content) -> Digest.of(DigestAlgorithm.SHA256, content));
        }
    }

    private static void hash(DataSet data) throws IOException {
        for (String file : data.files()) {
            try (ByteSource source = ByteSource.open(data.folder().resolve(file))) {
                Digest.sha256(source);
            }
        }
    }

    private static DataSet members(Path folder, int count) throws IOException {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            contents.put("member" + i, GeneratedFile.program(i, MEMBER));
        }
        return DataSet.write(count + " members", folder, contents);
    }
}

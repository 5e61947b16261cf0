package io.oemingest.bench.cabinet;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.bench.Peer;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Unpacking beside cabextract, packing beside gcab, which has no LZX: that stands beside our MSZIP. */
public final class CabinetSpeed implements Benchmark {
    private static final List<CabinetCompression> METHODS = List.of(
            CabinetCompression.STORED,
            CabinetCompression.MSZIP,
            CabinetCompression.lzx(15),
            CabinetCompression.lzx(21));

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        for (DataSet data : List.of(DataSet.mix(folder), DataSet.machineCode(folder))) {
            out.printf(
                    Locale.ROOT,
                    "-- %s, %.1f MB in %d files%n",
                    data.name(),
                    data.size() / 1e6,
                    data.files().size());
            for (CabinetCompression method : METHODS) {
                Path ours = data.folder().resolve("ours.cab");
                data.pack(method, ours);
                out.printf(Locale.ROOT, "%s packs to %.1f %%%n", text(method), 100.0 * Files.size(ours) / data.size());
                unpack(data, method, out);
                pack(data, method, out);
            }
        }
    }

    private static void unpack(DataSet data, CabinetCompression method, PrintStream out) throws IOException {
        if (!Peer.isInstalled("cabextract")) {
            out.println("unpack " + text(method) + ": skipped, cabextract is not installed");
            return;
        }
        unpack(data, "unpack " + text(method), "ours.cab", out);
        if (method.method() != CabinetCompression.Method.LZX && Peer.isInstalled("gcab")) {
            Peer.run(data.folder(), gcab(data, method));
            unpack(data, "unpack " + text(method) + " of gcab", "theirs.cab", out);
        }
    }

    private static void unpack(DataSet data, String what, String cabinet, PrintStream out) throws IOException {
        Path file = data.folder().resolve(cabinet);
        Duel duel = Duel.of(
                () -> Cost.of(() -> unpack(file)),
                () -> Peer.run(data.folder(), "cabextract -p -q " + cabinet + " > /dev/null"));
        out.println(duel.line(what, "cabextract", data.size()));
    }

    private static void unpack(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet.read(source, FormatLimits.defaults()).verifyContent(ProgressListener.NONE);
        }
    }

    private static void pack(DataSet data, CabinetCompression method, PrintStream out) throws IOException {
        String what = "pack " + text(method);
        Path ours = data.folder().resolve("ours.cab");
        Cost.Work packing = () -> Cost.of(() -> data.pack(method, ours));
        if (method.method() == CabinetCompression.Method.LZX) {
            Cost.Work mszip = () -> Cost.of(() -> data.pack(CabinetCompression.MSZIP, ours));
            out.println(Duel.of(packing, mszip).line(what, "our MSZIP", data.size()));
        } else if (Peer.isInstalled("gcab")) {
            Cost.Work gcab = () -> Peer.run(data.folder(), gcab(data, method));
            out.println(Duel.of(packing, gcab).line(what, "gcab", data.size()));
        } else {
            out.println(what + ": skipped, gcab is not installed");
        }
    }

    private static String gcab(DataSet data, CabinetCompression method) {
        String option = method.equals(CabinetCompression.MSZIP) ? "-z" : "";
        return String.format("gcab -c -n %s theirs.cab %s", option, String.join(" ", data.files()));
    }

    private static String text(CabinetCompression method) {
        return method.method() + (method.windowBits() == 0 ? "" : " 2^" + method.windowBits());
    }
}

package io.oemingest.bench.signing;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Peer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Signing and verifying 500 packages of 150 kB, with the same key and as many at a time, beside one process of
 * osslsigncode for each. That knows the cabinet alone; what ours does with the catalog and the files inside too stands on
 * lines of its own.
 */
public final class SigningSpeed implements Benchmark {
    private static final int COUNT = 500;
    private static final double MILLIS = 1e3;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        if (!Osslsigncode.isInstalled()) {
            out.println("signing: skipped, osslsigncode or openssl is not installed");
            return;
        }
        SigningFolder packages = new SigningFolder(folder, Keys.rsa(folder));
        List<String> names = packages.make(COUNT);
        for (int workers = 1; workers <= 2; workers++) {
            try (Workers threads = new Workers(workers)) {
                Rounds rounds = rounds(packages, names, threads, command -> peer(folder, command, names, threads));
                rounds.run();
                String how = workers + " at a time";
                tell(rounds, how, List.of("sign cabinet", "sign package"), "osslsigncode sign", out);
                tell(rounds, how, List.of("verify cabinet", "verify package"), "osslsigncode verify", out);
            }
        }
    }

    // What the signer of packages has made is verified, so it comes last of those that sign.
    private static Rounds rounds(
            SigningFolder packages, List<String> names, Workers threads, Function<String, Cost.Work> peer) {
        return new Rounds()
                .add("osslsigncode sign", () -> cleared(packages, peer.apply(Osslsigncode.sign("{}"))))
                .add("sign cabinet", () -> cleared(packages, () -> threads.run(names, packages::signCabinet)))
                .add("sign package", () -> cleared(packages, () -> threads.run(names, packages::signPackage)))
                .add("osslsigncode verify", peer.apply(Osslsigncode.verify("{}")))
                .add("verify cabinet", () -> threads.run(names, packages::verifyCabinet))
                .add("verify package", () -> threads.run(names, packages::verifyPackage));
    }

    private static Cost cleared(SigningFolder packages, Cost.Work work) throws IOException {
        packages.clearOut();
        return work.run();
    }

    private static Cost.Work peer(Path folder, String command, List<String> names, Workers threads) {
        String all =
                "printf '%s\\n' " + String.join(" ", names) + " | xargs -P " + threads.count() + " -I{} " + command;
        return () -> Peer.run(folder, all + " > /dev/null");
    }

    private static void tell(Rounds rounds, String how, List<String> works, String peer, PrintStream out) {
        for (String work : works) {
            out.printf(
                    Locale.ROOT,
                    "%-36s ours %6.2f ms   osslsigncode %6.2f ms each   %.2f of its time (processor time %.2f)%n",
                    work + ", " + how,
                    rounds.median(work, Cost::wall) * MILLIS / COUNT,
                    rounds.median(peer, Cost::wall) * MILLIS / COUNT,
                    rounds.median(work, Cost::wall) / rounds.median(peer, Cost::wall),
                    rounds.median(work, Cost::cpu) / rounds.median(peer, Cost::cpu));
        }
    }
}

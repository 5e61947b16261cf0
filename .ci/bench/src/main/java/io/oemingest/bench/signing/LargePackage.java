package io.oemingest.bench.signing;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Duel;
import io.oemingest.bench.Peer;
import io.oemingest.bench.RepeatedBytes;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A package of 1 GiB in a JVM of 64 MiB heap beside osslsigncode on the same file. Both are processes, and the start of
 * ours counts.
 */
public final class LargePackage implements Benchmark {
    private static final String NAME = "Contoso.Large.spkg";
    private static final int MIB = 1024;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        if (!Osslsigncode.isInstalled()) {
            out.println("large package: skipped, osslsigncode or openssl is not installed");
            return;
        }
        new SigningFolder(folder, Keys.rsa(folder)).make(NAME, new RepeatedBytes("content", (long) MIB << 20, 7));
        Cost.Work peer = signing(folder, Osslsigncode.sign(NAME));
        tell("sign the cabinet", Duel.of(signing(folder, ours(folder, "sign-cabinet")), peer), out);
        tell("sign the package", Duel.of(signing(folder, ours(folder, "sign-package")), peer), out);
        signing(folder, ours(folder, "sign-package")).run();
        Cost.Work verify = () -> Peer.run(folder, ours(folder, "verify-package"));
        Cost.Work peerVerifies = () -> Peer.run(folder, Osslsigncode.verify(NAME) + " > /dev/null");
        tell("verify the package", Duel.of(verify, peerVerifies), out);
    }

    private static void tell(String what, Duel duel, PrintStream out) {
        out.println(duel.line(what + ", " + MIB + " MiB", "osslsigncode", (long) MIB << 20));
    }

    // Neither writes over a file.
    private static Cost.Work signing(Path folder, String command) {
        return () -> {
            Files.deleteIfExists(folder.resolve("out/" + NAME));
            return Peer.run(folder, command + " > /dev/null");
        };
    }

    private static String ours(Path folder, String work) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return String.format(
                "'%s' -Xmx64m -cp '%s' %s '%s' %s %s",
                java, System.getProperty("java.class.path"), OnePackage.class.getName(), folder, work, NAME);
    }
}

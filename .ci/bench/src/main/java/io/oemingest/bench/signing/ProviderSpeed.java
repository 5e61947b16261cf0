package io.oemingest.bench.signing;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Peer;
import io.oemingest.core.io.Digest;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.SigningIdentity;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.security.Security;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Signature values and digests by the JDK and by Bouncy Castle's provider: values by the provider that an identity is given,
 * digests by whichever the JVM has first.
 */
public final class ProviderSpeed implements Benchmark {
    private static final BouncyCastleProvider OTHER = new BouncyCastleProvider();
    private static final double MICROS = 1e6;
    private static final byte[] CONTENT = new byte[150_000];
    private static final Map<String, Integer> TIMES = Map.of("RSA-2048", 200, "P-256", 400, "SHA-256 of 150 kB", 1000);

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        if (!Peer.isInstalled("openssl")) {
            out.println("providers: skipped, openssl is not installed");
            return;
        }
        Rounds rounds = new Rounds();
        addSigning(rounds, "RSA-2048", Keys.rsa(folder.resolve("rsa")).archives());
        addSigning(rounds, "P-256", Keys.ec(folder.resolve("ec")).archives());
        add(rounds, "SHA-256 of 150 kB", ProviderSpeed::digest, ProviderSpeed::digestByOther);
        rounds.run();
        for (String what : new String[] {"RSA-2048", "P-256", "SHA-256 of 150 kB"}) {
            tell(rounds, what, out);
        }
    }

    private static void addSigning(Rounds rounds, String what, SigningIdentity signer) {
        SigningIdentity byOther = signer.withProvider(OTHER);
        add(rounds, what, times -> sign(times, signer), times -> sign(times, byOther));
    }

    /** Something done so many times. */
    @FunctionalInterface
    private interface Repeated {
        void run(int times) throws IOException;
    }

    private static void add(Rounds rounds, String what, Repeated byJdk, Repeated byOther) {
        int times = TIMES.getOrDefault(what, 1);
        rounds.add(what + " by the JDK", () -> Cost.of(() -> byJdk.run(times)));
        rounds.add(what + " by the other", () -> Cost.of(() -> byOther.run(times)));
    }

    private static void sign(int times, SigningIdentity signer) {
        byte[] content = {1, 2, 3};
        for (int i = 0; i < times; i++) {
            DetachedSignature.sign(content, signer, Instant.EPOCH);
        }
    }

    private static void digest(int times) {
        for (int i = 0; i < times; i++) {
            Digest.sha256(CONTENT);
        }
    }

    private static void digestByOther(int times) {
        Security.insertProviderAt(OTHER, 1);
        try {
            digest(times);
        } finally {
            Security.removeProvider(OTHER.getName());
        }
    }

    private static void tell(Rounds rounds, String what, PrintStream out) {
        int times = TIMES.getOrDefault(what, 1);
        double jdk = rounds.median(what + " by the JDK", Cost::cpu);
        double other = rounds.median(what + " by the other", Cost::cpu);
        out.printf(
                Locale.ROOT,
                "%-20s JDK %8.1f us   Bouncy Castle %8.1f us   %.2f of its time%n",
                what,
                jdk * MICROS / times,
                other * MICROS / times,
                jdk / other);
    }
}

package io.oemingest.bench.signing;

import io.oemingest.bench.Benchmark;
import io.oemingest.bench.Cost;
import io.oemingest.bench.Peer;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedArchiveWriter;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SignedManifest;
import io.oemingest.core.submission.SignedPackageCache;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Packages of 150 kB that were signed before: digested, found in the cache and proved, beside being signed anew by the same
 * process.
 */
public final class CacheSpeed implements Benchmark {
    private static final int COUNT = 200;
    private static final double MILLIS = 1e3;

    @Override
    public void run(Path folder, PrintStream out) throws IOException {
        if (!Peer.isInstalled("openssl")) {
            out.println("signed-package cache: skipped, openssl is not installed");
            return;
        }
        Keys keys = Keys.rsa(folder);
        SigningFolder packages = new SigningFolder(folder, keys);
        List<String> names = packages.make(COUNT);
        SignedPackageCache cache =
                SignedPackageCache.open(folder.resolve("cache"), keys.policy(), FormatLimits.defaults());
        fill(cache, archive(folder, keys, packages, names), keys);
        EkuCombination ekus = keys.packages().ekus();
        try (Workers thread = new Workers(1)) {
            Rounds rounds = new Rounds()
                    .add("sign anew", () -> {
                        packages.clearOut();
                        return thread.run(names, packages::signPackage);
                    })
                    .add("find", () -> thread.run(names, name -> find(cache, folder.resolve("in/" + name), ekus)));
            rounds.run();
            tell(rounds, out);
        }
    }

    private static void tell(Rounds rounds, PrintStream out) {
        out.printf(
                Locale.ROOT,
                "find and prove %.2f ms each   sign anew %.2f ms each   %.2f of its time (processor time %.2f)%n",
                rounds.median("find", Cost::wall) * MILLIS / COUNT,
                rounds.median("sign anew", Cost::wall) * MILLIS / COUNT,
                rounds.median("find", Cost::wall) / rounds.median("sign anew", Cost::wall),
                rounds.median("find", Cost::cpu) / rounds.median("sign anew", Cost::cpu));
    }

    private static void find(SignedPackageCache cache, Path submitted, EkuCombination ekus) throws IOException {
        try (ByteSource source = ByteSource.open(submitted)) {
            if (cache.find(Digest.sha256(source), ekus) == null) {
                throw new IOException(submitted + " is not found");
            }
        }
    }

    /** The archive in which a service would give the signed packages back. */
    private static Path archive(Path folder, Keys keys, SigningFolder packages, List<String> names) throws IOException {
        List<SignedFile> rows = new ArrayList<>();
        for (String name : names) {
            SignedPackage signed = packages.signPackage(name);
            FileFacts facts = new FileFacts("packages/" + name, Files.size(signed.file()), signed.after());
            rows.add(new SignedFile(facts, signed.before(), signed.ekus(), signed.signerThumbprint()));
        }
        Path archive = folder.resolve("signed.zip");
        Instant now = Instant.now();
        new SignedArchiveWriter(new SignedManifest(new SubmissionTicket("TKT-BENCH-CACHE"), "TEST", "1", now, rows))
                .writeTo(
                        archive,
                        row -> ByteSource.open(folder.resolve("out")
                                .resolve(Path.of(row.file().path()).getFileName())),
                        content -> DetachedSignature.sign(content, keys.archives(), now),
                        ProgressListener.NONE);
        return archive;
    }

    private static void fill(SignedPackageCache cache, Path archive, Keys keys) throws IOException {
        try (SignedArchive opened = SignedArchive.open(archive, FormatLimits.defaults())) {
            cache.add(new SignedArchiveVerifier(keys.policy(), FormatLimits.defaults(), ProgressListener.NONE)
                    .verify(opened, ExpectedSubmission.ANY));
        } catch (VerificationException e) {
            throw new IOException(e);
        }
    }
}

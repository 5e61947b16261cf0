package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.inspect.FfuVerification;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest ffu verify}: compares every chunk with the hash table, and that with the catalog. */
@Command(
        name = "verify",
        description = {
            "Prove images down to their last chunk: catalog, hash table, every chunk.",
            "Packed blocks have the hash of what they unpack to and are not compared: such an image is refused (1)."
        })
final class FfuVerifyCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Mixin
    private final FfuFacts facts = new FfuFacts();

    @Parameters(paramLabel = "IMAGE", arity = "1..*", description = "FFU images.")
    private List<Path> images = List.of();

    @Option(
            names = "--trust",
            paramLabel = "PEM",
            description = "Certificates of trusted roots; may be given several times. Without it the signature is not"
                    + " judged.")
    private List<Path> trust = List.of();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = MomentConverter.class,
            description = "Moment at which certificates must be valid, such as 2026-11-22T00:00:00Z. "
                    + "Without it each is judged at a moment of its own validity.")
    private @Nullable Instant at;

    @Override
    public Integer call() throws IOException {
        TrustPolicy policy = policy();
        return new FileVisits(console).each(images, image -> verify(image, policy));
    }

    private @Nullable TrustPolicy policy() throws IOException {
        Set<X509Certificate> roots = Roots.read(trust);
        return trust.isEmpty()
                ? null
                : TrustPolicy.testInput(roots).withTimestamps(roots, false).withMoment(at);
    }

    private int verify(Path file, @Nullable TrustPolicy policy) throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(file)) {
            FfuImage image = FfuImage.read(source, FormatLimits.defaults());
            // The signature first: nothing of an image that nobody vouches for is worth the time.
            FfuVerification start = FfuVerification.ofStart(image.truncated(), FfuFacts.CATALOGS, policy);
            FfuVerification all = start.withChunks(image.verifyChunks(console.progress()));
            facts.print(console, all);
            return all.isComplete() ? ExitCode.OK : incomplete(file, all);
        }
    }

    private int incomplete(Path file, FfuVerification all) {
        return console.complain(
                ExitCode.REFUSED,
                file + ": not proven, " + all.chunks().unchecked() + " packed blocks were not compared",
                "Only the tool that packed the image can compare them.");
    }
}

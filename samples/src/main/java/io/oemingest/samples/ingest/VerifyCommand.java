package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.PackageVerifier;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest verify}: proves each package down to its last file, by the given roots alone. */
@Command(name = "verify", description = "Prove signatures, catalog and content of packages by the given roots alone.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Packages (.spkg, .spkr, .cab).")
    private List<Path> files = List.of();

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "PEM",
            description = "Certificates of the trusted roots, of signers and of time stamps.")
    private Path trust = Path.of("");

    @Option(
            names = "--eku",
            paramLabel = "OIDS",
            converter = EkuConverter.class,
            description = "Usages every signer must have, joined by '+'.")
    private @Nullable EkuCombination ekus;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = MomentConverter.class,
            description = "Moment at which certificates must be valid, such as 2026-11-22T00:00:00Z. "
                    + "Without it each is judged at a moment of its own validity.")
    private @Nullable Instant at;

    @Override
    public Integer call() throws IOException {
        List<X509Certificate> roots = Roots.read(trust);
        TrustPolicy policy = TrustPolicy.testInput(roots)
                .withTimestamps(roots, false)
                .withRequiredEkus(ekus)
                .withMoment(at);
        PackageVerifier verifier = new PackageVerifier(policy, FormatLimits.defaults());
        return new FileVisits(console).each(files, file -> verify(verifier, file));
    }

    private int verify(PackageVerifier verifier, Path file) throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(file)) {
            // The signature first: nothing of a file that was changed is unpacked.
            CodeSignature signature = verifier.verifyCabinet(Cabinet.read(source, FormatLimits.defaults()));
            verifier.verify(FirmwarePackage.read(source, FormatLimits.defaults()));
            console.out()
                    .printf(
                            "%s: verified, signed by %s, EKUs %s%n",
                            file, signature.signer().subject(), signature.ekus());
            return ExitCode.OK;
        }
    }
}

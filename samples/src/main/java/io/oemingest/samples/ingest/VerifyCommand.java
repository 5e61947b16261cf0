package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.CodeSignature;
import io.oemingest.core.signing.TrustMode;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ingest verify}: proves each signed file down to its last byte, by the given roots alone. */
@Command(
        name = "verify",
        description = {
            "Prove signatures, catalogs and content by the given roots alone.",
            "A refused file is told with the kind of problem and does not hide the ones behind it; "
                    + "the exit code is the highest of all files."
        })
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Console console = new Console();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Packages and other cabinets, PE files, catalogs, FFU images, signed archives, or folders of"
                    + " them, in which files of other kinds are passed over.")
    private List<Path> files = List.of();

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "PEM",
            description = "Certificates of the trusted roots, of signers and of time stamps; may be repeated.")
    private List<Path> trust = List.of();

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = TrustModeConverter.class,
            defaultValue = "test-input",
            description = "Whose signatures they are: test-input (default), emulated-retail, or real-retail, where a "
                    + "signature nested in one over SHA-1 counts and nobody for tests does.")
    private TrustMode mode = TrustMode.TEST_INPUT;

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

    @Option(names = "--parts", description = "Tell every signature inside packages too.")
    private boolean parts;

    @Override
    public Integer call() throws IOException {
        Set<X509Certificate> roots = Roots.read(trust);
        TrustPolicy policy = new TrustPolicy(mode, roots, roots, ekus, at, false);
        return new FileVisits(console).eachBelow(files, file -> verify(policy, file));
    }

    private int verify(TrustPolicy policy, Path file) throws IOException, VerificationException {
        try (ByteSource source = ByteSource.open(file)) {
            if (isZip(source)) {
                return verifyArchive(policy, file);
            }
            if (files.contains(file) || FileProof.isSignable(source)) {
                tell(file, new FileProof(policy, console.progress()).of(source));
            }
            return ExitCode.OK;
        }
    }

    private int verifyArchive(TrustPolicy policy, Path file) throws IOException, VerificationException {
        try (SignedArchive archive = SignedArchive.open(file, FormatLimits.defaults())) {
            new SignedArchiveVerifier(policy, FormatLimits.defaults(), console.progress())
                    .verify(archive, ExpectedSubmission.ANY);
            console.out()
                    .printf(
                            "%s: verified, answers %s%n",
                            file, archive.manifest().ticket());
            for (SignedFile each : parts ? archive.manifest().files() : List.<SignedFile>of()) {
                console.out()
                        .printf("  %s: EKUs %s%n", TerminalText.safe(each.file().path()), each.ekus());
            }
            return ExitCode.OK;
        }
    }

    private void tell(Path file, Map<String, CodeSignature> proved) {
        boolean first = true;
        for (Map.Entry<String, CodeSignature> each : proved.entrySet()) {
            CodeSignature signature = each.getValue();
            // What stands in a file must not steer the terminal.
            String who = "signed by " + TerminalText.safe(signature.signer().subject()) + ", EKUs " + signature.ekus()
                    + stamped(signature);
            if (first) {
                console.out().printf("%s: verified, %s%n", file, who);
            } else if (parts) {
                console.out().printf("  %s: %s%n", TerminalText.safe(each.getKey()), who);
            }
            first = false;
        }
        if (proved.containsKey("image")) {
            console.out().println("  warning: its catalog names the hash table by SHA-1, the only form flashers take");
        }
    }

    private static String stamped(CodeSignature signature) {
        if (signature.timestamp() == null) {
            return "";
        }
        return (signature.legacyTimestamp() ? ", older counter-signature, not proven, of " : ", time stamp ")
                + signature.timestamp();
    }

    private static boolean isZip(ByteSource source) throws IOException {
        byte[] start = new byte[(int) Math.min(4, source.size())];
        source.readFully(0, start, 0, start.length);
        return new String(start, StandardCharsets.ISO_8859_1).equals("PK\3\4");
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.proof.FileVerification;
import io.oemingest.core.proof.FileVerifier;
import io.oemingest.core.proof.VerificationReport;
import io.oemingest.core.signing.TrustMode;
import io.oemingest.core.signing.TrustPolicy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
            description =
                    "Packages and other cabinets, PE files, catalogs, FFU images, submission archives, of which every"
                            + " package is proved, signed archives, or folders of them, in which files of other kinds are passed"
                            + " over.")
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

    @Option(names = "--parts", description = "Tell every signature inside packages and signed archives too.")
    private boolean parts;

    @Option(
            names = "--json",
            description =
                    "Print one JSON object of format version 1 for all files: kind, verdict, problem, and who signed"
                            + " what, when and with which usages.")
    private boolean json;

    private final List<FileVerification> found = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        Set<X509Certificate> roots = Roots.read(trust);
        TrustPolicy policy = new TrustPolicy(mode, roots, roots, ekus, at, false);
        FileVerifier verifier = new FileVerifier(policy, FormatLimits.defaults(), console.progress());
        int exitCode = new FileVisits(console).eachBelow(files, file -> verify(verifier, file));
        if (json) {
            console.out().print(new VerificationReport(policy, found).toJson());
        }
        return exitCode;
    }

    private int verify(FileVerifier verifier, Path file) throws IOException {
        try {
            return files.contains(file) || isSignable(file) ? tell(verifier.verify(file)) : ExitCode.OK;
        } catch (IOException e) {
            found.add(FileVerification.unreadable(
                    file.toString(), Complaint.about(e).text()));
            throw e;
        }
    }

    private int tell(FileVerification verification) {
        if (json) {
            found.add(verification);
            return ExitCode.of(verification.verdict());
        }
        console.out().print(VerificationText.of(verification, parts));
        verification
                .all()
                .map(FileVerification::failure)
                .filter(Objects::nonNull)
                .forEach(failure -> console.complain(Complaint.about(failure)));
        return ExitCode.of(verification.verdict());
    }

    private static boolean isSignable(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return FileVerifier.isSignable(source);
        }
    }
}

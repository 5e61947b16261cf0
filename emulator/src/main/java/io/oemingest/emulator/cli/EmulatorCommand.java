package io.oemingest.emulator.cli;

import io.oemingest.core.validation.ValidationProfile;
import io.oemingest.emulator.EmulatedAccount;
import io.oemingest.emulator.EmulatorOptions;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.port.EkuProfiles;
import io.oemingest.emulator.signing.KeyKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts an emulator as the arguments say, shows where it is, and waits for its end. */
@Command(
        name = "ingestion-emulator",
        description = {
            "Runs the emulated firmware ingestion service. Everything it signs is TEST ONLY: no retail device accepts it."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        usageHelpWidth = 110)
final class EmulatorCommand implements Callable<Integer> {
    private static final int CANNOT_START = 1;

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8430",
            description = "TCP port, 0 for a free one (default ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "Folder for uploads and signed archives: empty, or of an earlier run, which is emptied but for its keys (pki). Without it a temporary folder is used and removed, and the keys are new each time.")
    private @Nullable Path data;

    @Option(
            names = "--account",
            paramLabel = "OEMID:TOKEN[:PERMISSIONS[:EKUS]]",
            converter = AccountArgument.class,
            description = {
                "An account, repeatable. PERMISSIONS are 'all' (default), 'none' or some of PartialImage,IndividualPackage,",
                "FfuCatalog,MicrosoftSystem, of which 'all' are the first three;",
                "EKUS are 'all' (default), 'none' or combinations of object identifiers such as 1.2.3+1.2.4,1.2.5.",
                "Without any, the account Contoso with a fresh token."
            })
    private List<EmulatedAccount> accounts = List.of();

    @Option(
            names = "--trust-test-root",
            paramLabel = "FILE",
            converter = CertificateArgument.class,
            description =
                    "Root certificate (PEM or DER) of another test authority whose signatures on packages count, repeatable.")
    private List<X509Certificate> testRoots = List.of();

    @Option(
            names = "--trust-timestamp-root",
            paramLabel = "FILE",
            converter = CertificateArgument.class,
            description =
                    "Root certificate (PEM or DER) of an authority whose time stamps on packages count, repeatable. A package with any other time stamp fails.")
    private List<X509Certificate> timestampRoots = List.of();

    @Option(names = "--without-timestamps", description = "Signs without time stamps (RFC 3161).")
    private boolean withoutTimestamps;

    @Option(
            names = "--timestamp-skew",
            paramLabel = "DURATION",
            description =
                    "How far the clock of the time-stamp authority is ahead, such as PT1H; behind with a minus sign.")
    private Duration timestampSkew = Duration.ZERO;

    @Option(
            names = "--max-archive-size",
            paramLabel = "SIZE",
            converter = SizeArgument.class,
            description = "Largest upload, such as 512M (default 8G).")
    private @Nullable Long maxArchiveSize;

    @Option(
            names = "--roots-out",
            paramLabel = "DIR",
            description = "Writes the emulator's root certificates there as PEM files.")
    private @Nullable Path rootsOut;

    @Option(
            names = "--historic-polling",
            description = "Asks clients to wait 30 minutes between two looks, as the historic service did.")
    private boolean historicPolling;

    @Option(
            names = "--keys",
            paramLabel = "KIND",
            converter = KeyKindArgument.class,
            defaultValue = "rsa-2048",
            description = {
                "Keys of signers: rsa-2048 (default), rsa-3072, rsa-4096 or p-256, which is made in a moment and which no",
                "phone knows. Keys that the data folder has already stay."
            })
    private KeyKind keys = KeyKind.RSA_2048;

    @Option(names = "--quick-keys", description = "The same as --keys p-256.")
    private boolean quickKeys;

    @Option(
            names = "--signing-profiles",
            paramLabel = "FILE",
            converter = SigningProfilesArgument.class,
            description = {
                "The signers that there are, instead of the documented ones: JSON as 'ingest profiles --json' prints it.",
                "This project's own."
            })
    private EkuProfiles signingProfiles = EkuProfiles.DOCUMENTED;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            converter = ProfileArgument.class,
            description = "How the service weighs findings: standard (default), strict, lenient, legacy-wp81 or test.")
    private ValidationProfile profile = ValidationProfile.STANDARD;

    @Option(
            names = "--allow-remote-clients-to-an-unsafe-test-service",
            description = "Listens on every address of this machine instead of loopback only.")
    private boolean remoteClients;

    EmulatorCommand(Session session) {
        this.session = session;
    }

    /** What happens between start and end: a program waits for a signal, a test looks around. */
    @FunctionalInterface
    interface Session {
        void run(IngestionEmulator emulator);
    }

    @Override
    public Integer call() throws IOException {
        checkArguments();
        try (IngestionEmulator emulator = options().start()) {
            writeRoots(emulator);
            Greeting.print(emulator, out());
            tellRoots();
            session.run(emulator);
        } catch (IOException e) {
            commandSpec().commandLine().getErr().println("The emulator cannot start: " + StartProblem.of(e));
            return CANNOT_START;
        }
        return 0;
    }

    private EmulatorOptions.Builder options() {
        EmulatorOptions.Builder options = IngestionEmulator.builder()
                .port(port)
                .profile(profile)
                .timestampSkew(timestampSkew)
                .keys(quickKeys ? KeyKind.P_256 : keys)
                .signingProfiles(signingProfiles);
        accounts.forEach(options::account);
        testRoots.forEach(options::trustInputRoot);
        timestampRoots.forEach(options::trustTimestampRoot);
        if (data != null) {
            options.dataFolder(data);
        }
        if (maxArchiveSize != null) {
            options.maxArchiveSize(maxArchiveSize);
        }
        if (withoutTimestamps) {
            options.withoutTimestamps();
        }
        if (historicPolling) {
            options.historicPollingFloor();
        }
        return remoteClients ? options.allowRemoteClientsToAnUnsafeTestService() : options;
    }

    private void checkArguments() {
        if (port < 0 || port > 65_535) {
            throw new ParameterException(
                    commandSpec().commandLine(), "Option --port: " + port + " is not a port; give 0 to 65535");
        }
        long tokens = accounts.stream().map(EmulatedAccount::token).distinct().count();
        long oems = accounts.stream().map(EmulatedAccount::oemId).distinct().count();
        if (tokens < accounts.size() || oems < accounts.size()) {
            throw new ParameterException(
                    commandSpec().commandLine(),
                    "Option --account: give every account an OEM id and a token of its own");
        }
    }

    private void writeRoots(IngestionEmulator emulator) throws IOException {
        if (rootsOut != null) {
            Files.createDirectories(rootsOut);
            Files.writeString(rootsOut.resolve("emulated-retail-roots.pem"), emulator.retailRootsPem());
            Files.writeString(rootsOut.resolve("test-input-roots.pem"), emulator.testInputRootsPem());
        }
    }

    private void tellRoots() {
        if (rootsOut != null) {
            out().println("Roots written to " + rootsOut);
            out().flush();
        }
    }

    private PrintWriter out() {
        return commandSpec().commandLine().getOut();
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the specification before it calls the command");
        }
        return spec;
    }
}

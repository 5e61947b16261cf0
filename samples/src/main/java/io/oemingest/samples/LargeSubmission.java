package io.oemingest.samples;

import io.oemingest.core.format.cabinet.CabinetCompression;
import io.oemingest.core.model.PackageStyle;
import io.oemingest.emulator.cli.EmulatorMain;
import io.oemingest.emulator.signing.PkiOptions;
import io.oemingest.emulator.signing.TestInputSigner;
import io.oemingest.emulator.signing.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Shows that memory does not grow with a submission: 1 GiB of packages passes through a client of 64 MiB and an emulator
 * of 128 MiB heap, each in a JVM of its own. Needs about six times the size on the disk.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.LargeSubmission [--size 1g] [--folder DIR]}
 */
@Command(
        name = "large-submission",
        mixinStandardHelpOptions = true,
        description = "Passes a large package set through a client and an emulator with small heaps.")
public final class LargeSubmission implements Callable<Integer> {
    private static final int PACKAGES = 8;
    private static final String TOKEN = "large-submission";

    @Option(
            names = "--size",
            converter = SizeOption.class,
            defaultValue = "1g",
            description = "Bytes of all packages, such as 256m (default ${DEFAULT-VALUE}).")
    private long size;

    @Option(
            names = "--folder",
            defaultValue = "samples/target/large-submission",
            description = "Where everything is written (default ${DEFAULT-VALUE}).")
    private Path folder = Path.of("");

    /** Ends with exit code 0 only if everything was signed, retrieved and verified within both heaps. */
    public static void main(String... args) {
        System.exit(new CommandLine(new LargeSubmission()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path work = Files.createDirectories(folder.toAbsolutePath());
        Stopwatch watch = new Stopwatch(System.out);
        TestPki pki =
                TestPki.create(PkiOptions.defaults("large submission"), new SecureRandom(), InstantSource.system());
        Path root = Files.writeString(work.resolve("test-root.pem"), pki.input().rootPem());
        writePackages(pki, work);
        watch.lap("packages made and test-signed: " + size + " bytes in " + PACKAGES + " files");
        try (ChildJvm emulator = startEmulator(root, work)) {
            String address =
                    emulator.awaitLine("Address").substring("Address".length()).strip();
            emulator.awaitLine("Roots written");
            watch.lap("emulator started at " + address);
            int exitCode = runClient(address, work);
            watch.lap("client ended with exit code " + exitCode);
            System.out.println("peak heap of the client:   " + ChildJvm.peakHeap(work, "client") + " of 64 MiB");
            System.out.println("peak heap of the emulator: " + ChildJvm.peakHeap(work, "emulator") + " of 128 MiB");
            return exitCode;
        }
    }

    private void writePackages(TestPki pki, Path work) throws IOException {
        List<SamplePackage> packages =
                IntStream.rangeClosed(1, PACKAGES).mapToObj(this::packageOf).toList();
        new SamplePackages(
                        profile -> new TestInputSigner(pki.input(), profile, InstantSource.system()),
                        CabinetCompression.STORED)
                .writeTo(work.resolve("input"), packages);
    }

    private SamplePackage packageOf(int number) {
        SeededBytes content = new SeededBytes("maps" + number + ".dat", size / PACKAGES, number);
        return SamplePackage.of(
                PackageStyle.SPKG,
                "Maps" + number,
                "MainOS",
                Map.of("\\Windows\\System32\\" + content.name(), content));
    }

    private static ChildJvm startEmulator(Path root, Path work) throws IOException {
        List<String> program = List.of(
                EmulatorMain.class.getName(),
                "--port",
                "0",
                "--account",
                "Contoso:" + TOKEN,
                "--trust-test-root",
                root.toString(),
                "--roots-out",
                work.toString());
        return ChildJvm.start(work, "emulator", "128m", program);
    }

    private static int runClient(String address, Path work) throws IOException, InterruptedException {
        List<String> program = List.of(LargeSubmissionClient.class.getName(), address, TOKEN, work.toString());
        try (ChildJvm client = ChildJvm.start(work, "client", "64m", program)) {
            return client.awaitEnd(System.out, Duration.ofHours(1));
        }
    }
}

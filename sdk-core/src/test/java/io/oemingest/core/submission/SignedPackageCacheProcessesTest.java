package io.oemingest.core.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.TestIdentities;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.testing.SubmissionFolder;
import java.io.BufferedReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several Java processes write and read the same entry of one cache at the same time. */
class SignedPackageCacheProcessesTest {
    private static final String PACKAGE = "packages/Contoso.BASE.Phone.MainOS.spkg";
    private static final int PROCESSES = 3;
    private static final int ROUNDS = 15;

    @TempDir
    private Path folder;

    @Test
    void everyProcessFindsTheWholePackageInEveryRound() throws Exception {
        SignedSubmission signed = signed();
        Path archive = signed.write("signed.zip");
        SignedFile row = signed.row(PACKAGE);
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            processes.add(start(archive, row.input(), row.file().sha256()));
        }
        for (Process each : processes) {
            assertThat(each.inputReader().readLine()).isEqualTo("ready");
        }
        for (Process each : processes) {
            each.outputWriter().append("go\n").close();
        }
        for (Process each : processes) {
            assertThat(rest(each)).isEqualTo("found " + ROUNDS + "\n");
            assertThat(each.waitFor()).isZero();
        }
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString().replaceAll("[0-9a-f]{64}", "#")))
                    .containsExactlyInAnyOrder("#.#", "signed.json", "signed.json.p7s");
        }
    }

    private SignedSubmission signed() throws Exception {
        SubmissionFolder input = SubmissionFolder.in(folder.resolve("in"));
        input.add(SubmissionFolder.contoso("MainOS").build(), 4_000_000);
        Path file = SubmissionArchives.write(input.contextFree(), folder.resolve("submission.zip"));
        try (SubmissionArchive submitted =
                SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            return SignedSubmission.of(submitted, folder.resolve("signed"));
        }
    }

    private Process start(Path archive, Digest input, Digest output) throws Exception {
        X509Certificate root = TestIdentities.policy().roots().iterator().next();
        Path rootFile = Files.write(folder.resolve("root.cer"), root.getEncoded());
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SignedPackageCacheProcessesTest.class.getName(),
                        folder.resolve("cache").toString(),
                        archive.toString(),
                        rootFile.toString(),
                        input.hex(),
                        output.hex())
                .redirectErrorStream(true)
                .start();
    }

    private static String rest(Process process) throws Exception {
        StringBuilder all = new StringBuilder();
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
        }
        return all.toString();
    }

    /** One of the processes: adds the archive and finds the package, again and again. */
    public static void main(String... args) throws Exception {
        X509Certificate root;
        try (InputStream in = Files.newInputStream(Path.of(args[2]))) {
            root = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        TrustPolicy policy = TrustPolicy.emulatedRetail(List.of(root), TestIdentities.NOW);
        SignedPackageCache cache = SignedPackageCache.open(Path.of(args[0]), policy, FormatLimits.defaults());
        Digest input = new Digest(DigestAlgorithm.SHA256, args[3]);
        System.out.println("ready");
        System.in.read(new byte[3]);
        int found = 0;
        for (int i = 0; i < ROUNDS; i++) {
            try (SignedArchive archive = SignedArchive.open(Path.of(args[1]), FormatLimits.defaults())) {
                cache.add(new SignedArchiveVerifier(policy, FormatLimits.defaults(), ProgressListener.NONE)
                        .verify(archive, ExpectedSubmission.ANY));
            }
            Path signed = cache.find(input, TestIdentities.OEM);
            if (signed != null && digest(signed).equals(args[4])) {
                found++;
            }
        }
        System.out.println("found " + found);
    }

    private static String digest(Path file) throws Exception {
        try (ByteSource source = ByteSource.open(file)) {
            return Digest.sha256(source).hex();
        }
    }
}

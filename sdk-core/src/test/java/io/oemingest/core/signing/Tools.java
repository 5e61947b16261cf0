package io.oemingest.core.signing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Programs that nobody of this project wrote, as judges of what it writes. */
final class Tools {
    private Tools() {}

    /** Runs a program; skips the test if it is not installed. */
    static Result run(String... command) throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                Stream.of("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin")
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command[0]))),
                () -> command[0] + ": skipped, not installed");
        Process process =
                new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    static Path pem(Path file, X509Certificate... certificates) throws Exception {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append("-----BEGIN CERTIFICATE-----\n")
                    .append(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded()))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return Files.writeString(file, text);
    }

    record Result(int status, String output) {}
}

package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tool that nobody here wrote uses the service unchanged. */
class CurlTest {
    @TempDir
    Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(installed(), "curl: skipped, not installed");
        service = new RunningService(folder);
    }

    @AfterEach
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("curl", "--version")
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String curl(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "curl",
                "--silent",
                "--show-error",
                "--noproxy",
                "*",
                "--header",
                "Authorization: Bearer " + RunningService.token("Contoso")));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return output;
    }

    private Path file(String name, int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(11).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    @Test
    void uploadsAFileInTwoPieces() throws Exception {
        Path whole = file("whole.bin", 900_000);
        byte[] bytes = Files.readAllBytes(whole);
        Path head = Files.write(folder.resolve("head.bin"), Arrays.copyOf(bytes, 500_000));
        Path tail = Files.write(folder.resolve("tail.bin"), Arrays.copyOfRange(bytes, 500_000, bytes.length));

        String created = curl(
                "--include",
                "--request",
                "POST",
                "--header",
                "Tus-Resumable: 1.0.0",
                "--header",
                "Upload-Length: 900000",
                service.uri.resolve("/v1/uploads").toString());
        assertThat(created).contains("201 Created").contains("Location: /v1/uploads/upload-1");

        assertThat(append(head, 0)).contains("204 No Content").contains("Upload-Offset: 500000");
        assertThat(append(tail, 500_000)).contains("204 No Content").contains("Upload-Offset: 900000");
        assertThat(service.engine.upload(RunningService.CONTOSO, "upload-1").isComplete())
                .isTrue();
    }

    private String append(Path piece, long offset) throws Exception {
        return curl(
                "--include",
                "--request",
                "PATCH",
                "--header",
                "Tus-Resumable: 1.0.0",
                "--header",
                "Upload-Offset: " + offset,
                "--header",
                "Content-Type: application/offset+octet-stream",
                "--data-binary",
                "@" + piece,
                service.uri.resolve("/v1/uploads/upload-1").toString());
    }

    @Test
    void goesOnWithADownloadThatWasCutOff() throws Exception {
        Path content = file("content.bin", 900_000);
        byte[] bytes = Files.readAllBytes(content);
        service.signed("AB12CD", bytes);
        Path partial = Files.write(folder.resolve("partial.zip"), Arrays.copyOf(bytes, 400_000));

        String code = curl(
                "--continue-at",
                "-",
                "--output",
                partial.toString(),
                "--write-out",
                "%{http_code}",
                service.uri
                        .resolve("/v1/submissions/TKT-SIGN-TEST-AB12CD/signed-archive")
                        .toString());

        assertThat(code).isEqualTo("206");
        assertThat(partial).hasBinaryContent(bytes);
    }
}

package io.oemingest.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmulatorMainTest {
    @TempDir
    private Path folder;

    @Test
    void servesUntilItIsAskedToEndAndCleansUp() throws Exception {
        Path data = folder.resolve("data");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmulatorMain.class.getName(),
                        "--port",
                        "0",
                        "--quick-keys",
                        "--data",
                        data.toString(),
                        "--account",
                        "Contoso:secret")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            URI service = addressOf(program);
            assertThat(data.resolve("uploads")).isDirectory();
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(service.resolve("v1/account"))
                                    .header("Authorization", "Bearer secret")
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Contoso");
            program.destroy();
            assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(data.resolve("uploads")).doesNotExist();
        } finally {
            program.destroyForcibly();
        }
    }

    private static URI addressOf(Process program) throws IOException {
        BufferedReader output =
                new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8));
        String address = null;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Address")) {
                address = line.substring("Address".length()).trim();
            }
            if (line.startsWith("End it with")) {
                break;
            }
        }
        assertThat(address).as("the program says where it is").isNotNull();
        return URI.create(address);
    }
}

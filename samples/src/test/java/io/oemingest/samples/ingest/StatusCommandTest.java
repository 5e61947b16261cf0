package io.oemingest.samples.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.samples.TestInput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
    @TempDir
    Path folder;

    @Test
    void tellsAWaitThatWasTooShortApartFromSuccess() throws IOException {
        try (IngestionEmulator emulator =
                IngestionEmulator.builder().quickKeys().workByHand().start()) {
            String ticket = submit(emulator);

            Run run = Run.of("status", ticket, service(emulator));

            assertThat(run).isEqualTo(new Run(4, ticket + ": Received\n  The submission waits for validation.\n", ""));
        }
    }

    @Test
    void showsTheFindingsOfASubmissionThatTheServiceRefused() throws IOException {
        try (IngestionEmulator emulator =
                IngestionEmulator.builder().quickKeys().workByHand().start()) {
            String ticket = submit(emulator); // test-signed by an authority that this emulator does not know
            emulator.runPendingWork();

            Run run = Run.of("status", ticket, service(emulator));

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.err()).isEmpty();
            assertThat(run.out())
                    .startsWith(ticket + ": Failed\n  ")
                    .contains("\nNot acceptable: 6 blocking, ")
                    .contains("packages/Contoso.BASE.Phone.PLAT.spkg\n");
        }
    }

    @Test
    void saysThatAnAnswerIsNotOfTheService() throws IOException {
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            byte[] page = "<html>Proxy</html>".getBytes(UTF_8);
            exchange.sendResponseHeaders(404, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        other.start();
        try {
            Run run = Run.of(
                    "status",
                    "TKT-SIGN-TEST-AB12CD",
                    "--service",
                    "http://127.0.0.1:" + other.getAddress().getPort());

            assertThat(run.exitCode()).isEqualTo(5);
            assertThat(run.err())
                    .startsWith("ingest: ")
                    .endsWith("\n  Check --service and the network, then try again.\n");
        } finally {
            other.stop(0);
        }
    }

    @Test
    void namesATimeSpanThatIsNone() {
        Run run = Run.of("status", "TKT", "--service", "http://127.0.0.1:1", "--wait", "soon");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("Invalid value for option '--wait': 'soon' is not a time span such as PT30M or PT2H\n");
    }

    private String submit(IngestionEmulator emulator) throws IOException {
        Path archive = folder.resolve("submission.zip");
        Run.of(
                "prepare",
                "--context-free",
                "--product",
                "WindowsPhoneThreshold",
                "--packages",
                TestInput.acceptable(folder).files().packages(),
                "--output",
                archive);
        return Run.of("submit", archive, service(emulator)).out().strip();
    }

    private static List<Object> service(IngestionEmulator emulator) {
        return List.of("--service", emulator.uri(), "--token", emulator.token());
    }
}

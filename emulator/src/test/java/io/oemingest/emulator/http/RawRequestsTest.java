package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.emulator.engine.Upload;
import io.oemingest.emulator.http.RawExchange.RawAnswer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RawRequestsTest {
    private static final String TOKEN = "Authorization: Bearer " + RunningService.token("Contoso");
    private static final String HOST = "Host: localhost";
    private static final String TUS = "Tus-Resumable: 1.0.0";
    private static final String OCTETS = "Content-Type: application/offset+octet-stream";

    @TempDir
    Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws IOException {
        service = new RunningService(folder);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private String upload(long length) throws Exception {
        return service.engine
                .createUpload(RunningService.CONTOSO, length, Map.of())
                .id();
    }

    private long offset(String id) throws Exception {
        Upload upload = service.engine.upload(RunningService.CONTOSO, id);
        return upload.offset();
    }

    private static String patch(String id) {
        return "PATCH /v1/uploads/" + id + " HTTP/1.1";
    }

    private static ProblemJson problem(RawAnswer answer) throws IOException {
        assertThat(answer.headers().get("content-type")).isEqualTo("application/problem+json");
        assertThat(Contract.complaints("Problem", answer.body())).isEmpty();
        assertThat(answer.headers()).containsKeys("correlation-id", "ingestion-service-version");
        return Json.read(ProblemJson.class, answer.body(), "problem");
    }

    @Test
    void keepsWhatArrivedOfABodyThatBreaksOff() throws Exception {
        String id = upload(10);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(patch(id), HOST, TOKEN, TUS, OCTETS, "Upload-Offset: 0", "Content-Length: 10");
            raw.send("sixsix");
            raw.endOfInput();

            assertThat(problem(raw.answer()).detail()).isEqualTo("The body broke off before its end.");
        }
        assertThat(offset(id)).isEqualTo(6);
    }

    @Test
    void takesAChunkedBody() throws Exception {
        String id = upload(10);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(patch(id), HOST, TOKEN, TUS, OCTETS, "Upload-Offset: 0", "Transfer-Encoding: chunked");
            raw.send("4\r\nabcd\r\n6\r\nefghij\r\n0\r\n\r\n");

            assertThat(raw.answer().status()).isEqualTo(204);
        }
        assertThat(offset(id)).isEqualTo(10);
    }

    @Test
    void refusesAChunkedBodyThatOutgrowsTheUpload() throws Exception {
        String id = upload(5);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(patch(id), HOST, TOKEN, TUS, OCTETS, "Upload-Offset: 0", "Transfer-Encoding: chunked");
            raw.send("4\r\nabcd\r\n6\r\nefghij\r\n0\r\n\r\n");

            RawAnswer answer = raw.answer();
            assertThat(answer.status()).isEqualTo(413);
            assertThat(problem(answer).reason()).isEqualTo("PayloadTooLarge");
        }
    }

    @Test
    void keepsTheChunksBeforeABrokenOne() throws Exception {
        String id = upload(10);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(patch(id), HOST, TOKEN, TUS, OCTETS, "Upload-Offset: 0", "Transfer-Encoding: chunked");
            raw.send("4\r\nabcd\r\nxyz\r\n");

            assertThat(raw.answer().status()).isBetween(400, 408);
        }
        assertThat(offset(id)).isEqualTo(4);
    }

    @Test
    void asksForTheBodyOnlyWhenItWillTakeIt() throws Exception {
        String id = upload(5);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(
                    "POST /v1/uploads/" + id + " HTTP/1.1",
                    HOST,
                    TOKEN,
                    TUS,
                    OCTETS,
                    "X-HTTP-Method-Override: PATCH",
                    "Upload-Offset: 0",
                    "Transfer-Encoding: chunked",
                    "Expect: 100-continue");
            assertThat(raw.answer().status()).isEqualTo(100);
            raw.send("5\r\nabcde\r\n0\r\n\r\n");
            assertThat(raw.answer().status()).isEqualTo(204);
        }
        assertThat(offset(id)).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"Upload-Offset: 0,413,PayloadTooLarge", "Upload-Offset: 3,409,UploadOffsetMismatch"})
    void refusesABodyBeforeAByteOfItIsSent(String offset, int status, String reason) throws Exception {
        String id = upload(5);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(patch(id), HOST, TOKEN, TUS, OCTETS, offset, "Content-Length: 1073741824", "Expect: 100-continue");

            RawAnswer answer = raw.answer();
            assertThat(answer.status()).isEqualTo(status);
            assertThat(problem(answer).reason()).isEqualTo(reason);
        }
    }

    @Test
    void refusesAJsonBodyThatIsFarTooLargeByItsLengthAlone() throws Exception {
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(
                    "POST /v1/submissions HTTP/1.1",
                    HOST,
                    TOKEN,
                    "Content-Type: application/json",
                    "Content-Length: 99999999999");

            assertThat(problem(raw.answer()).reason()).isEqualTo("PayloadTooLarge");
        }
    }

    @Test
    void refusesHeadersThatAreFarTooLarge() throws Exception {
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head("GET /v1/service HTTP/1.1", HOST, "X-Long: " + "x".repeat(20_000));

            RawAnswer answer = raw.answer();
            assertThat(answer.status()).isEqualTo(431);
            assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /v1/submissions/a%2Fb HTTP/1.1",
                "GET /v1/%2e%2e/service HTTP/1.1",
                "GET /v1//service HTTP/1.1",
                "GET /v1/submissions/%zz HTTP/1.1",
                "GET /v1/submissions/%c0%ae HTTP/1.1",
                "GET /v1/submissions?state=%zz HTTP/1.1",
                "GET  HTTP/1.1",
                "GE T /v1/service HTTP/1.1",
                "GET /v1/service HTTP/9.9",
                "OPTIONS * HTTP/1.1",
            })
    void refusesRequestLinesThatMayMeanTwoThings(String line) throws Exception {
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(line, HOST, TOKEN);

            RawAnswer answer = raw.answer();
            assertThat(answer.status()).isIn(400, 404, 505);
            assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
        }
    }

    @Test
    void understandsAnAddressWithItsHost() throws Exception {
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head("GET http://localhost/v1/service HTTP/1.1", HOST);

            assertThat(raw.answer().status()).isEqualTo(200);
        }
    }

    @Test
    void refusesTwoLengths() throws Exception {
        String id = upload(10);
        try (RawExchange raw = new RawExchange(service.uri)) {
            raw.head(
                    patch(id),
                    HOST,
                    TOKEN,
                    TUS,
                    OCTETS,
                    "Upload-Offset: 0",
                    "Content-Length: 10",
                    "Transfer-Encoding: chunked");

            assertThat(raw.answer().status()).isEqualTo(400);
        }
        assertThat(offset(id)).isZero();
    }

    @Test
    void servesOneRequestAfterTheOtherOnOneConnection() throws Exception {
        try (RawExchange raw = new RawExchange(service.uri)) {
            for (int i = 0; i < 3; i++) {
                raw.head("GET /v1/account HTTP/1.1", HOST, TOKEN);
                assertThat(raw.answer().status()).isEqualTo(200);
            }
        }
    }
}

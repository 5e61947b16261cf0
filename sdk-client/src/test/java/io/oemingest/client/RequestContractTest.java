package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.client.SigningOutcome.Signed;
import io.oemingest.client.SigningOutcome.StillRunning;
import io.oemingest.core.baseline.BaselineQuery;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.prepare.PreparedSubmission;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every request of a whole job is one that the service's OpenAPI file documents, and the judge can say no. */
class RequestContractTest {
    private static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final SentRequest SUBMISSION = request("POST", "/v1/submissions")
            .withHeader("Content-Type", "application/json; charset=utf-8")
            .withHeader("Idempotency-Key", "a")
            .withBody("{\"uploadId\":\"7f3a\",\"sha256\":\"" + SHA256 + "\"}");
    private static final SentRequest CHUNK = request("PATCH", "/v1/uploads/7f3a")
            .withHeader("Tus-Resumable", "1.0.0")
            .withHeader("Upload-Offset", "0")
            .withHeader("Content-Type", "application/offset+octet-stream")
            .withBody("content");
    private static final SentRequest LIST = request("GET", "/v1/submissions?state=Signed&limit=5");
    private static final SentRequest UPLOAD =
            request("POST", "/v1/uploads").withHeader("Tus-Resumable", "1.0.0").withHeader("Upload-Length", "7");

    @TempDir
    private Path folder;

    @Test
    void aWholeJobUsesTheDocumentedOperationsAsTheyAreDocumented() throws Exception {
        try (EmulatedService service = new EmulatedService(folder)) {
            wholeJob(service);

            assertThat(service.sent.requests())
                    .allSatisfy(request ->
                            assertThat(RequestContract.complaints(request)).isEmpty());
            assertThat(service.sent.requests().stream().map(RequestContract::operationId))
                    .containsOnly(
                            "getService",
                            "getAccount",
                            "listSigningProfiles",
                            "listBaselines",
                            "checkFacts",
                            "createUpload",
                            "appendToUpload",
                            "getUploadOffset",
                            "createSubmission",
                            "listSubmissions",
                            "getSubmission",
                            "getValidationReport",
                            "getSignedArchive");
            assertThat(service.sent.requests().stream().flatMap(request -> request.headers().names().stream()))
                    .contains(
                            "Ingestion-Client-Version",
                            "Idempotency-Key",
                            "Prefer",
                            "If-None-Match",
                            "Upload-Checksum",
                            "Range",
                            "If-Range");
        }
    }

    private void wholeJob(EmulatedService service) throws Exception {
        PreparedSubmission prepared = service.prepared("Camera", 1_000_000);
        Path archive = prepared.archive();
        Path receipt = folder.resolve("receipt.json");
        IllegalStateException cancelled = new IllegalStateException("enough");
        try (IngestionClient hasty = service.client()
                        .chunkSize(300_000)
                        .progress(progress -> {
                            throw cancelled;
                        })
                        .build();
                IngestionClient client = service.client().build()) {
            client.serviceInfo();
            client.account();
            client.signingProfiles();
            client.baselines()
                    .baselines(new BaselineQuery(
                            ProductType.WINDOWS_PHONE_BLUE,
                            new PhoneOperatorPairing("Contoso", "D100 ROW", "000-DE"),
                            FirmwareVersion.parse("1.0.0.0")));
            client.check(prepared);
            assertThatThrownBy(() -> hasty.submissions().submit(archive, receipt))
                    .isSameAs(cancelled);
            SubmissionTicket ticket = client.submissions().submit(archive, receipt);
            assertThat(client.submissions().await(ticket, Duration.ofSeconds(2)))
                    .isInstanceOf(StillRunning.class);
            service.emulator.runPendingWork();
            assertThat(client.submissions().await(ticket, Duration.ofMinutes(1)))
                    .isInstanceOf(Signed.class);
            client.submissions()
                    .list(SubmissionFilter.all()
                            .withState(SubmissionState.SIGNED)
                            .withType(SubmissionType.PARTIAL_IMAGE)
                            .withLimit(1));
            client.submissions().validationReport(ticket);
            assertThatThrownBy(() -> hasty.submissions().retrieve(ticket, folder.resolve("signed")))
                    .isSameAs(cancelled);
            assertThat(client.submissions()
                            .retrieve(ticket, folder.resolve("signed"))
                            .file())
                    .isRegularFile();
        }
    }

    @Test
    void requestsThatAreMadeAsTheFileHasThemAreWelcome() {
        assertThat(Stream.of(SUBMISSION, CHUNK, LIST, UPLOAD, request("HEAD", "/v1/submissions/TKT/signed-archive")))
                .allSatisfy(request ->
                        assertThat(RequestContract.complaints(request)).isEmpty());
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                Arguments.of(request("GET", "/v1/firmware"), "GET /v1/firmware is not documented"),
                Arguments.of(request("PUT", "/v1/account"), "PUT /v1/account is not documented"),
                Arguments.of(
                        SUBMISSION.withoutHeader("Authorization"), "POST /v1/submissions: Authorization is missing"),
                Arguments.of(
                        SUBMISSION.withHeader("Authorization", "Basic QTpi"),
                        "POST /v1/submissions: Authorization is no bearer token"),
                Arguments.of(SUBMISSION.withHeader("X-Trick", "1"), "POST /v1/submissions: X-Trick is not documented"),
                Arguments.of(
                        SUBMISSION.withHeader("Content-Type", "text/plain"),
                        "POST /v1/submissions: a body of the type 'text/plain' is not documented"),
                Arguments.of(SUBMISSION.withBody("{\"uploadId\":\"7f3a\"}"), "POST /v1/submissions: breaks 'required'"),
                Arguments.of(
                        SUBMISSION.withBody("{\"uploadId\":\"7f3a\",\"sha256\":\"short\"}"),
                        "POST /v1/submissions: /sha256 breaks 'pattern'"),
                Arguments.of(
                        SUBMISSION.withBody("{\"uploadId\":\"7f3a\",\"sha256\":\"" + SHA256 + "\",\"type\":\"x\"}"),
                        "POST /v1/submissions: the property 'type' is not documented"),
                Arguments.of(CHUNK.withoutHeader("Tus-Resumable"), "PATCH /v1/uploads/7f3a: Tus-Resumable is missing"),
                Arguments.of(
                        CHUNK.withHeader("Upload-Offset", "-1"),
                        "PATCH /v1/uploads/7f3a: Upload-Offset: breaks 'type'"),
                Arguments.of(UPLOAD.withBody("content"), "POST /v1/uploads: a body is not documented"),
                Arguments.of(
                        request("GET", "/v1/submissions?limit=500"), "GET /v1/submissions: limit: breaks 'maximum'"),
                Arguments.of(
                        request("GET", "/v1/submissions?colour=blue"),
                        "GET /v1/submissions: colour is not documented"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aBreachOfTheContractIsFound(SentRequest request, String complaint) {
        assertThat(RequestContract.complaints(request)).isEqualTo(List.of(complaint));
    }

    @Test
    void aServiceThatWasSentSomethingUndocumentedDoesNotCloseInPeace() throws Exception {
        EmulatedService service = new EmulatedService(folder);
        try (IngestionClient client = service.client(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Trick", "1").build()))
                .build()) {
            client.serviceInfo();
        }

        assertThatThrownBy(service::close)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("GET /v1/service: X-Trick is not documented");
    }

    private static SentRequest request(String method, String target) {
        HttpUrl url = HttpUrl.get("http://127.0.0.1" + target);
        Headers headers = Headers.of("Authorization", "Bearer secret", "Ingestion-Client-Version", "0.1.0");
        return new SentRequest(method, url, headers, ByteString.EMPTY);
    }
}

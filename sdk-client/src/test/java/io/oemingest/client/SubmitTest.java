package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.patchRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener.Progress;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionReceipt;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitTest {
    private static final SubmissionTicket TICKET = new SubmissionTicket(Wire.TICKET);

    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    @TempDir
    private Path folder;

    private final FakePorts ports = new FakePorts();
    private final List<Progress> heard = new ArrayList<>();
    private TusDouble tus;
    private IngestionClient client;
    private Path archive;
    private Digest digest;

    @BeforeEach
    void prepare() throws IOException {
        tus = new TusDouble(server);
        archive = Files.write(folder.resolve("CONTOSO-MS.zip"), "0123456789".getBytes(StandardCharsets.US_ASCII));
        digest = Digest.sha256(Files.readAllBytes(archive));
        client = Wire.client(server, ports).chunkSize(4).progress(heard::add).build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void sendsTheArchiveInChunksAndSubmitsIt() throws IOException {
        tus.patched(TusDouble.at(204, 4)).patched(TusDouble.at(204, 8)).patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);

        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "PATCH 4+4", "PATCH 8+2");
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/uploads"))
                        .withHeader("Tus-Resumable", equalTo("1.0.0"))
                        .withHeader("Upload-Length", equalTo("10"))
                        .withHeader(
                                "Upload-Metadata",
                                equalTo("filename " + base64("CONTOSO-MS.zip".getBytes(StandardCharsets.UTF_8))
                                        + ",sha256 " + base64(digest.hex().getBytes(StandardCharsets.UTF_8)))));
        server.verify(
                1,
                patchRequestedFor(urlEqualTo(TusDouble.UPLOAD))
                        .withHeader("Content-Type", equalTo("application/offset+octet-stream"))
                        .withHeader(
                                "Upload-Checksum",
                                equalTo("sha-256 "
                                        + base64(Digest.sha256("4567".getBytes(StandardCharsets.US_ASCII))
                                                .bytes())))
                        .withRequestBody(equalTo("4567")));
        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/submissions"))
                        .withHeader("Content-Type", equalTo("application/json"))
                        .withRequestBody(equalTo("{\"uploadId\":\"7f3a\",\"sha256\":\"" + digest.hex() + "\"}")));
        assertThat(heard)
                .containsExactly(
                        new Progress("upload", "CONTOSO-MS.zip", 4, 10),
                        new Progress("upload", "CONTOSO-MS.zip", 8, 10),
                        new Progress("upload", "CONTOSO-MS.zip", 10, 10));
        assertThat(ports.sleeps).isEmpty();
    }

    @Test
    void namesTheFailedSubmissionThatItReplaces() throws IOException {
        tus.patched(TusDouble.at(204, 4)).patched(TusDouble.at(204, 8)).patched(TusDouble.at(204, 10));

        client.submissions().resubmit(archive, new SubmissionTicket("TKT-SIGN-TEST-OLD111"));

        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v1/submissions"))
                        .withRequestBody(equalTo("{\"uploadId\":\"7f3a\",\"sha256\":\"" + digest.hex()
                                + "\",\"resubmissionOf\":\"TKT-SIGN-TEST-OLD111\"}")));
    }

    @Test
    void goesOnFromTheServersOffsetAfterAResetInMidUpload() throws IOException {
        tus.patched(TusDouble.at(204, 4))
                .patched(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .headed(TusDouble.at(200, 6))
                .patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);

        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "PATCH 4+4", "HEAD", "PATCH 6+4");
        server.verify(1, patchRequestedFor(urlEqualTo(TusDouble.UPLOAD)).withRequestBody(equalTo("6789")));
        assertThat(ports.sleeps).hasSize(1);
    }

    @Test
    void goesOnWhenOnlyTheAnswerToTheLastChunkWasLost() throws IOException {
        tus.patched(TusDouble.at(204, 4))
                .patched(TusDouble.at(204, 8))
                .patched(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .headed(TusDouble.at(200, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);
        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "PATCH 4+4", "PATCH 8+2", "HEAD");
    }

    @Test
    void asksAgainWhenTheServerAgreesToAnotherOffsetThanWasSent() throws IOException {
        tus.patched(TusDouble.at(204, 3))
                .headed(TusDouble.at(200, 3))
                .patched(TusDouble.at(204, 7))
                .patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);
        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "HEAD", "PATCH 3+4", "PATCH 7+3");
    }

    @Test
    void goesBackWhenTheServerLostWhatItHad() throws IOException {
        tus.patched(TusDouble.at(204, 4))
                .patched(Wire.problem(409, "UploadOffsetMismatch", true))
                .headed(TusDouble.at(200, 0))
                .patched(TusDouble.at(204, 4))
                .patched(TusDouble.at(204, 8))
                .patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);
        assertThat(tus.exchanges())
                .containsExactly("PATCH 0+4", "PATCH 4+4", "HEAD", "PATCH 0+4", "PATCH 4+4", "PATCH 8+2");
    }

    @Test
    void sendsAChunkAgainThatArrivedDamaged() throws IOException {
        tus.patched(Wire.problem(460, "DigestMismatch", true))
                .headed(TusDouble.at(200, 0))
                .patched(TusDouble.at(204, 4))
                .patched(TusDouble.at(204, 8))
                .patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);
        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "HEAD", "PATCH 0+4", "PATCH 4+4", "PATCH 8+2");
    }

    @Test
    void givesUpOnAServerThatNeverGetsFurther() {
        for (int i = 0; i < 5; i++) {
            tus.patched(TusDouble.at(204, 1)).headed(TusDouble.at(200, 0));
        }

        UnexpectedResponseException end = catchThrowableOfType(
                UnexpectedResponseException.class, () -> client.submissions().submit(archive));

        assertThat(end).hasMessage("The service has 1 bytes of the upload where 4 were sent");
        assertThat(tus.exchanges())
                .filteredOn(exchange -> exchange.startsWith("PATCH"))
                .hasSize(5);
        assertThat(ports.sleeps).hasSize(4);
    }

    @Test
    void refusesAServerThatHasMoreThanThereIs() {
        tus.patched(Wire.problem(409, "UploadOffsetMismatch", true)).headed(TusDouble.at(200, 11));

        assertThatThrownBy(() -> client.submissions().submit(archive))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The service has 11 bytes of the upload where 10 were sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "many"})
    void refusesAnAnswerWithoutAUsableOffset(String offset) {
        tus.patched(aResponse().withStatus(204).withHeader("Upload-Offset", offset));

        assertThatThrownBy(() -> client.submissions().submit(archive))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to PATCH " + server.baseUrl() + TusDouble.UPLOAD
                        + " is not of the ingestion API: it has no usable Upload-Offset");
    }

    @Test
    void reportsTheProxyThatRefusesTheChunk() {
        tus.patched(aResponse()
                .withStatus(413)
                .withHeader("Content-Type", "text/html")
                .withBody("<html>Request Entity Too Large</html>"));

        UnexpectedResponseException page = catchThrowableOfType(
                UnexpectedResponseException.class, () -> client.submissions().submit(archive));

        assertThat(page)
                .hasMessage("The answer to PATCH " + server.baseUrl() + TusDouble.UPLOAD
                        + " is not of the ingestion API: status 413 with text/html; often a proxy with a size limit or a"
                        + " closed port (rule UPL-05)");
        assertThat(page.excerpt()).isEqualTo("<html>Request Entity Too Large</html>");
    }

    @Test
    void reportsAnArchiveThatTheServiceFindsTooLarge() {
        server.stubFor(post("/v1/uploads").willReturn(Wire.problem(413, "PayloadTooLarge", false)));

        ServiceException refusal = catchThrowableOfType(
                ServiceException.class, () -> client.submissions().submit(archive));

        assertThat(refusal.reason()).isEqualTo(ReasonCode.PAYLOAD_TOO_LARGE);
        assertThat(tus.exchanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example/v1/uploads/1", "//elsewhere.example/v1/uploads/1"})
    void neverSendsTheArchiveToAnotherService(String location) {
        server.stubFor(
                post("/v1/uploads").willReturn(aResponse().withStatus(201).withHeader("Location", location)));

        assertThatThrownBy(() -> client.submissions().submit(archive))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to POST " + server.baseUrl() + "/v1/uploads is not of the ingestion API: its"
                        + " Location is at another service: " + location);
    }

    @Test
    void createsOneUploadHoweverOftenItAsks() throws IOException {
        tus.patched(TusDouble.at(204, 4)).patched(TusDouble.at(204, 8)).patched(TusDouble.at(204, 10));
        server.stubFor(post("/v1/uploads")
                .inScenario("lost")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("found"));
        server.stubFor(post("/v1/uploads")
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(aResponse().withStatus(201).withHeader("Location", TusDouble.UPLOAD)));

        client.submissions().submit(archive);

        assertThat(server.findAll(postRequestedFor(urlEqualTo("/v1/uploads"))))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .hasSize(2)
                .allMatch(key -> key.matches("[0-9a-f]{32}"))
                .containsOnly(server.findAll(postRequestedFor(urlEqualTo("/v1/uploads")))
                        .get(0)
                        .getHeader("Idempotency-Key"));
    }

    @Test
    void asksForTheTicketAgainUnderTheSameKeyWhenItsAnswerWasLost() throws IOException {
        tus.patched(TusDouble.at(204, 4)).patched(TusDouble.at(204, 8)).patched(TusDouble.at(204, 10));
        server.stubFor(post("/v1/submissions")
                .inScenario("lost")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("found"));
        server.stubFor(post("/v1/submissions")
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(Wire.json(Wire.submission("Received"))));

        assertThat(client.submissions().submit(archive)).isEqualTo(TICKET);

        String key = Digest.sha256(("{\"uploadId\":\"7f3a\",\"sha256\":\"" + digest.hex() + "\"}")
                        .getBytes(StandardCharsets.UTF_8))
                .hex();
        server.verify(2, postRequestedFor(urlEqualTo("/v1/submissions")).withHeader("Idempotency-Key", equalTo(key)));
    }

    @Test
    void anExceptionOfTheListenerEndsTheUploadAndNothingElse() {
        tus.patched(TusDouble.at(204, 4));
        IllegalStateException cancelled = new IllegalStateException("The user has had enough");
        try (IngestionClient cancelling = client.newBuilder()
                .progress(progress -> {
                    throw cancelled;
                })
                .build()) {
            assertThatThrownBy(() -> cancelling.submissions().submit(archive)).isSameAs(cancelled);
        }
        assertThat(tus.exchanges()).containsExactly("PATCH 0+4");
    }

    @Test
    void anInterruptEndsTheReadingOfTheArchive() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client.submissions().submit(archive))
                .isInstanceOf(CallInterruptedException.class)
                .hasMessage("Interrupted while submitting " + archive);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesAnEmptyPathBeforeAnyRequest() {
        assertThatThrownBy(() -> client.submissions().submit(Path.of("")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The path of the submission archive is empty (rule UPL-01)");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void refusesAMissingArchiveByNameBeforeAnyRequest() {
        Path missing = folder.resolve("missing.zip");
        assertThatThrownBy(() -> client.submissions().submit(missing))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no submission archive at " + missing + " (rule UPL-02)");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void leavesAReceiptFromWhichAnotherClientGoesOnInMidUpload() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        tus.patched(TusDouble.at(204, 4)).patched(Wire.problem(403, "PermissionDenied", false));
        assertThatThrownBy(() -> client.submissions().submit(archive, receipt)).isInstanceOf(ServiceException.class);
        assertThat(SubmissionReceipt.read(receipt))
                .isEqualTo(new SubmissionReceipt(
                        URI.create(server.baseUrl() + "/"), digest, server.baseUrl() + TusDouble.UPLOAD, 4, null));

        tus.headed(TusDouble.at(200, 5)).patched(TusDouble.at(204, 9)).patched(TusDouble.at(204, 10));
        try (IngestionClient other = client.newBuilder().build()) {
            assertThat(other.submissions().submit(archive, receipt)).isEqualTo(TICKET);
        }

        assertThat(tus.exchanges()).containsExactly("PATCH 0+4", "PATCH 4+4", "HEAD", "PATCH 5+4", "PATCH 9+1");
        server.verify(1, postRequestedFor(urlEqualTo("/v1/uploads")));
        assertThat(SubmissionReceipt.read(receipt))
                .isEqualTo(new SubmissionReceipt(
                        URI.create(server.baseUrl() + "/"), digest, server.baseUrl() + TusDouble.UPLOAD, 10, TICKET));
    }

    @Test
    void takesTheTicketFromAReceiptThatHasOneWithoutAnyRequest() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        new SubmissionReceipt(URI.create(server.baseUrl() + "/"), digest, null, 0, TICKET).write(receipt);

        assertThat(client.submissions().submit(archive, receipt)).isEqualTo(TICKET);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void beginsAnewWhenTheUploadOfTheReceiptHasExpired() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        new SubmissionReceipt(URI.create(server.baseUrl() + "/"), digest, server.baseUrl() + TusDouble.UPLOAD, 8, null)
                .write(receipt);
        tus.headed(aResponse().withStatus(404))
                .patched(TusDouble.at(204, 4))
                .patched(TusDouble.at(204, 8))
                .patched(TusDouble.at(204, 10));

        assertThat(client.submissions().submit(archive, receipt)).isEqualTo(TICKET);
        assertThat(tus.exchanges()).containsExactly("HEAD", "PATCH 0+4", "PATCH 4+4", "PATCH 8+2");
    }

    @Test
    void refusesTheReceiptOfAnotherArchive() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        new SubmissionReceipt(URI.create(server.baseUrl() + "/"), Digest.sha256(new byte[0]), null, 0, TICKET)
                .write(receipt);

        assertThatThrownBy(() -> client.submissions().submit(archive, receipt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The receipt " + receipt + " is of another archive than " + archive
                        + "; name another receipt file");
    }

    @Test
    void refusesTheReceiptOfAnotherService() throws IOException {
        Path receipt = folder.resolve("receipt.json");
        new SubmissionReceipt(URI.create("https://ingest.example/"), digest, null, 0, TICKET).write(receipt);

        assertThatThrownBy(() -> client.submissions().submit(archive, receipt))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The receipt " + receipt + " is of the service https://ingest.example/, not of "
                        + server.baseUrl() + "/; name another receipt file");
    }

    @Test
    void honoursTheServersPauseBetweenChunks() throws IOException {
        tus.patched(Wire.problem(429, "RateLimited", true).withHeader("Retry-After", "40"))
                .headed(TusDouble.at(200, 0))
                .patched(TusDouble.at(204, 4))
                .patched(TusDouble.at(204, 8))
                .patched(TusDouble.at(204, 10));

        client.submissions().submit(archive);

        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(40));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

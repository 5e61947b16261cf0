package io.oemingest.emulator.http;

import static io.oemingest.emulator.http.ServiceResourceTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadResourcesTest {
    private static final String OCTETS = "application/offset+octet-stream";

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

    private HttpResponse<byte[]> create(String... headers) throws Exception {
        return send("POST", "/v1/uploads", new byte[0], headers);
    }

    private String created(long length) throws Exception {
        HttpResponse<byte[]> answer = create("Upload-Length", Long.toString(length));
        assertThat(answer.statusCode()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<byte[]> patch(String upload, long offset, byte[] body, String... more) throws Exception {
        String[] headers = Arrays.copyOf(more, more.length + 4);
        headers[more.length] = "Upload-Offset";
        headers[more.length + 1] = Long.toString(offset);
        headers[more.length + 2] = "Content-Type";
        headers[more.length + 3] = OCTETS;
        return send("PATCH", upload, body, headers);
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) throws Exception {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Tus-Resumable";
        all[headers.length + 1] = "1.0.0";
        HttpResponse<byte[]> answer = service.send(method, path, BodyPublishers.ofByteArray(body), all);
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        return answer;
    }

    private HttpResponse<byte[]> head(String upload) throws Exception {
        return send("HEAD", upload, new byte[0]);
    }

    private static String value(HttpResponse<byte[]> answer, String header) {
        return answer.headers().firstValue(header).orElse("absent");
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @Test
    void tellsWhatItCanDoOfTus() throws Exception {
        HttpResponse<byte[]> answer = service.sendAs("OPTIONS", "/v1/uploads", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(value(answer, "Tus-Version")).isEqualTo("1.0.0");
        assertThat(value(answer, "Tus-Extension")).isEqualTo("creation,checksum,expiration,termination,concatenation");
        assertThat(value(answer, "Tus-Max-Size")).isEqualTo("1048576");
        assertThat(value(answer, "Tus-Checksum-Algorithm")).isEqualTo("sha-256,sha1");
        assertThat(value(answer, "Allow")).isEqualTo("OPTIONS, POST");
    }

    @Test
    void takesAnUploadInTwoPiecesAndKeepsEveryByte() throws Exception {
        byte[] content = noise(300_000);
        String upload = created(content.length);

        HttpResponse<byte[]> first = patch(upload, 0, Arrays.copyOfRange(content, 0, 100_001));
        HttpResponse<byte[]> between = head(upload);
        HttpResponse<byte[]> second = patch(upload, 100_001, Arrays.copyOfRange(content, 100_001, 300_000));

        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(value(first, "Upload-Offset")).isEqualTo("100001");
        assertThat(value(first, "Upload-Expires")).isEqualTo("Mon, 23 Nov 2026 06:16:00 GMT");
        assertThat(between.statusCode()).isEqualTo(200);
        assertThat(value(between, "Upload-Offset")).isEqualTo("100001");
        assertThat(value(between, "Upload-Length")).isEqualTo("300000");
        assertThat(value(between, "Cache-Control")).isEqualTo("no-store");
        assertThat(value(second, "Upload-Offset")).isEqualTo("300000");
        assertThat(value(second, "Upload-Expires")).isEqualTo("absent");
        assertThat(stored(upload)).isEqualTo(content);
    }

    private byte[] stored(String upload) throws IOException {
        String id = upload.substring(upload.lastIndexOf('/') + 1);
        try (var files = Files.walk(folder)) {
            Path file = files.filter(each -> each.getFileName().toString().contains(id))
                    .filter(Files::isRegularFile)
                    .findFirst()
                    .orElseThrow();
            return Files.readAllBytes(file);
        }
    }

    @Test
    void keepsTheMetadataOfAnUpload() throws Exception {
        String metadata = "filename Q29udG9zby56aXA=,empty,sha256 w7w=";
        String upload = value(create("Upload-Length", "1", "Upload-Metadata", metadata), "Location");

        assertThat(value(head(upload), "Upload-Metadata")).isEqualTo("empty,filename Q29udG9zby56aXA=,sha256 w7w=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename !", "a YQ==,a YQ==", ",", " x,"})
    void refusesMetadataThatIsNone(String metadata) throws Exception {
        HttpResponse<byte[]> answer = create("Upload-Length", "1", "Upload-Metadata", metadata);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
    }

    @Test
    void refusesAnUploadAboveTheLimitBeforeItBegins() throws Exception {
        HttpResponse<byte[]> answer = create("Upload-Length", "1048577");

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).reason()).isEqualTo("PayloadTooLarge");
        assertThat(problem(answer).detail())
                .isEqualTo("The archive has 1048577 bytes, this service takes at most 1048576.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "abc", "1.5", "9999999999999999999"})
    void refusesALengthThatIsNone(String length) throws Exception {
        assertThat(create("Upload-Length", length).statusCode()).isEqualTo(400);
    }

    @Test
    void refusesToCreateWithoutALength() throws Exception {
        assertThat(problem(create()).detail()).isEqualTo("Upload-Length must be a number of bytes.");
    }

    @ParameterizedTest
    @CsvSource({"POST,/v1/uploads", "HEAD,/v1/uploads/x", "PATCH,/v1/uploads/x", "DELETE,/v1/uploads/x"})
    void asksForItsVersionOfTus(String method, String path) throws Exception {
        HttpResponse<byte[]> absent = service.send(method, path, BodyPublishers.noBody());
        HttpResponse<byte[]> other = service.send(method, path, BodyPublishers.noBody(), "Tus-Resumable", "0.2.2");

        assertThat(absent.statusCode()).isEqualTo(412);
        assertThat(other.statusCode()).isEqualTo(412);
        assertThat(value(other, "Tus-Version")).isEqualTo("1.0.0");
    }

    @Test
    void refusesAWrongOffsetAndKeepsWhatItHas() throws Exception {
        String upload = created(10);
        patch(upload, 0, new byte[4]);

        HttpResponse<byte[]> behind = patch(upload, 0, new byte[4]);
        HttpResponse<byte[]> ahead = patch(upload, 8, new byte[2]);

        assertThat(behind.statusCode()).isEqualTo(409);
        assertThat(problem(behind).reason()).isEqualTo("UploadOffsetMismatch");
        assertThat(ahead.statusCode()).isEqualTo(409);
        assertThat(value(head(upload), "Upload-Offset")).isEqualTo("4");
    }

    @Test
    void refusesABodyThatDoesNotFitIntoTheAnnouncedLength() throws Exception {
        String upload = created(10);

        HttpResponse<byte[]> answer = patch(upload, 0, new byte[11]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).detail()).isEqualTo("The upload has room for 10 more bytes, the body has 11.");
        assertThat(value(head(upload), "Upload-Offset")).isEqualTo("0");
    }

    @Test
    void takesNothingButOctets() throws Exception {
        String upload = created(3);

        HttpResponse<byte[]> answer =
                send("PATCH", upload, new byte[3], "Upload-Offset", "0", "Content-Type", "application/zip");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(value(answer, "Accept")).isEqualTo(OCTETS);
    }

    @Test
    void honoursPostWithAnOverridingMethod() throws Exception {
        String upload = created(5);

        HttpResponse<byte[]> appended = send(
                "POST",
                upload,
                new byte[5],
                "X-HTTP-Method-Override",
                "PATCH",
                "Upload-Offset",
                "0",
                "Content-Type",
                OCTETS);

        assertThat(value(head(upload), "Upload-Offset")).isEqualTo("5");
        assertThat(appended.statusCode()).isEqualTo(204);
    }

    @Test
    void doesNotLetAReadBeTurnedIntoADeletion() throws Exception {
        String upload = created(5);

        send("HEAD", upload, new byte[0], "X-HTTP-Method-Override", "DELETE");

        assertThat(head(upload).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"sha-256,SHA256", "sha256,SHA256", "sha1,SHA1"})
    void keepsAPieceWhoseChecksumMatches(String name, DigestAlgorithm algorithm) throws Exception {
        byte[] content = noise(1000);
        String sum =
                Base64.getEncoder().encodeToString(algorithm.newMessageDigest().digest(content));

        assertThat(patch(created(1000), 0, content, "Upload-Checksum", name + " " + sum)
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void keepsNothingOfAPieceWhoseChecksumDiffers() throws Exception {
        String upload = created(4);
        String sum = Base64.getEncoder()
                .encodeToString(
                        DigestAlgorithm.SHA256.newMessageDigest().digest("other".getBytes(StandardCharsets.UTF_8)));

        HttpResponse<byte[]> answer = patch(upload, 0, new byte[4], "Upload-Checksum", "sha-256 " + sum);

        assertThat(answer.statusCode()).isEqualTo(460);
        assertThat(problem(answer).title()).isEqualTo("Checksum Mismatch");
        assertThat(problem(answer).reason()).isEqualTo("DigestMismatch");
        assertThat(value(head(upload), "Upload-Offset")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5 AAAA", "sha-256", "sha-256 AAAA", "sha-256 ???"})
    void refusesAChecksumThatIsNone(String checksum) throws Exception {
        assertThat(patch(created(4), 0, new byte[4], "Upload-Checksum", checksum)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void discardsAnUpload() throws Exception {
        String upload = created(5);

        assertThat(send("DELETE", upload, new byte[0]).statusCode()).isEqualTo(204);
        HttpResponse<byte[]> again = send("DELETE", upload, new byte[0]);

        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(problem(again).reason()).isEqualTo("UploadDoesNotExist");
    }

    @Test
    void hidesAnUploadFromOtherAccounts() throws Exception {
        String upload = created(5);

        HttpResponse<byte[]> answer =
                send("HEAD", upload, new byte[0], "Authorization", "Bearer " + RunningService.token("Fabrikam"));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void joinsPartsToOneUpload() throws Exception {
        byte[] content = noise(50);
        String first = value(create("Upload-Length", "20", "Upload-Concat", "partial"), "Location");
        String second = value(create("Upload-Length", "30", "Upload-Concat", "partial"), "Location");
        patch(first, 0, Arrays.copyOfRange(content, 0, 20));
        patch(second, 0, Arrays.copyOfRange(content, 20, 50));
        assertThat(value(head(first), "Upload-Concat")).isEqualTo("partial");

        HttpResponse<byte[]> whole = create("Upload-Concat", "final;" + first + " " + service.uri.resolve(second));

        assertThat(whole.statusCode()).isEqualTo(201);
        assertThat(value(whole, "Upload-Offset")).isEqualTo("50");
        assertThat(stored(value(whole, "Location"))).isEqualTo(content);
    }

    @ParameterizedTest
    @ValueSource(strings = {"other", "final", "final;", "final;/v1/uploads/"})
    void refusesAConcatenationThatIsNone(String concat) throws Exception {
        assertThat(create("Upload-Concat", concat).statusCode()).isEqualTo(400);
    }

    @Test
    void createsOneUploadForOneIdempotencyKey() throws Exception {
        HttpResponse<byte[]> first = create("Upload-Length", "5", "Idempotency-Key", "k1");
        HttpResponse<byte[]> again = create("Upload-Length", "5", "Idempotency-Key", "\"k1\"");
        HttpResponse<byte[]> other = create("Upload-Length", "6", "Idempotency-Key", "k1");

        assertThat(value(again, "Location")).isEqualTo(value(first, "Location"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(problem(other).reason()).isEqualTo("IdempotencyKeyReused");
        assertThat(service.uploads.all()).hasSize(1);
    }
}

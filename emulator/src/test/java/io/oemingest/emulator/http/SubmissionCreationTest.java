package io.oemingest.emulator.http;

import static io.oemingest.emulator.http.ServiceResourceTest.problem;
import static io.oemingest.emulator.http.ServiceResourceTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CreateSubmissionJson;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionContext;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.ImageDocuments;
import io.oemingest.core.submission.SubmissionArchiveWriter;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionKind;
import io.oemingest.emulator.engine.Upload;
import io.oemingest.emulator.engine.UploadBody;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionCreationTest {
    @TempDir
    Path folder;

    private RunningService service;
    private byte[] archive;
    private String sha256;

    @BeforeEach
    void start() throws IOException {
        service = new RunningService(folder);
        archive = emptyArchive();
        sha256 = Digest.sha256(archive).hex();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    /** A sound archive without packages: enough for the door, not for the validation behind it. */
    private byte[] emptyArchive() throws IOException {
        SubmissionKind kind = new SubmissionKind(
                SubmissionType.PARTIAL_IMAGE,
                SubmissionContext.CONTEXT_FREE,
                ProductType.WINDOWS_PHONE_THRESHOLD,
                false);
        SubmissionContents contents =
                new SubmissionContents(kind, ImageDocuments.NONE, List.of(), List.of(), List.of());
        byte[] report = "{\"acceptable\":true,\"findings\":[],\"skipped\":[],\"ruleFailures\":[]}"
                .getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("archive.zip");
        new SubmissionArchiveWriter(contents, "test", "0.1.0", report)
                .writeTo(
                        file,
                        path -> {
                            throw new FileNotFoundException(path);
                        },
                        ProgressListener.NONE);
        return Files.readAllBytes(file);
    }

    private String uploaded(byte[] content) throws Exception {
        Upload upload = service.engine.createUpload(RunningService.CONTOSO, content.length, Map.of());
        service.engine.append(
                RunningService.CONTOSO, upload.id(), 0, new UploadBody(new ByteArrayInputStream(content), null));
        return upload.id();
    }

    private HttpResponse<byte[]> submit(String uploadId, String digest, String... headers) throws Exception {
        String body = Json.write(new CreateSubmissionJson(uploadId, digest, null));
        assertThat(Contract.complaints("CreateSubmission", body)).isEmpty();
        return service.post("/v1/submissions", body, headers);
    }

    @Test
    void makesASubmissionOfAFinishedUpload() throws Exception {
        HttpResponse<byte[]> answer = submit(uploaded(archive), sha256);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.headers().firstValue("Location")).contains("/v1/submissions/TKT-SIGN-TEST-TEST01");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
        SubmissionJson made = Json.read(SubmissionJson.class, text(answer), "submission");
        assertThat(made.ticketId()).isEqualTo("TKT-SIGN-TEST-TEST01");
        assertThat(made.state()).isEqualTo("Received");
        assertThat(made.step()).isEqualTo("Intake");
        assertThat(made.sha256()).isEqualTo(sha256);
        assertThat(made.size()).isEqualTo(archive.length);
    }

    @Test
    void leadsTheSameArchiveToTheTicketItHas() throws Exception {
        submit(uploaded(archive), sha256);

        HttpResponse<byte[]> again = submit(uploaded(archive), sha256);

        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Location")).contains("/v1/submissions/TKT-SIGN-TEST-TEST01");
    }

    @Test
    void givesTheFirstAnswerAgainForTheSameIdempotencyKey() throws Exception {
        String upload = uploaded(archive);

        HttpResponse<byte[]> first = submit(upload, sha256, "Idempotency-Key", "key-1");
        HttpResponse<byte[]> again = submit(upload, sha256, "Idempotency-Key", "key-1");
        HttpResponse<byte[]> without = submit("another-upload", sha256, "Idempotency-Key", "key-1");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Correlation-Id"))
                .isNotEqualTo(first.headers().firstValue("Correlation-Id"));
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(problem(without).reason()).isEqualTo("IdempotencyKeyReused");
    }

    @Test
    void remembersAJudgementOfTheContentButNotAStateThatMayChange() throws Exception {
        Upload half = service.engine.createUpload(RunningService.CONTOSO, archive.length, Map.of());
        HttpResponse<byte[]> incomplete = submit(half.id(), sha256, "Idempotency-Key", "a");
        service.engine.append(
                RunningService.CONTOSO, half.id(), 0, new UploadBody(new ByteArrayInputStream(archive), null));
        HttpResponse<byte[]> complete = submit(half.id(), sha256, "Idempotency-Key", "a");

        String bad = uploaded(new byte[100]);
        String badDigest = Digest.sha256(new byte[100]).hex();
        HttpResponse<byte[]> invalid = submit(bad, badDigest, "Idempotency-Key", "b");
        HttpResponse<byte[]> invalidAgain = submit(bad, badDigest, "Idempotency-Key", "b");

        assertThat(incomplete.statusCode()).isEqualTo(409);
        assertThat(problem(incomplete).reason()).isEqualTo("UploadIncomplete");
        assertThat(complete.statusCode()).isEqualTo(202);
        assertThat(problem(invalid).reason()).isEqualTo("ArchiveInvalid");
        assertThat(problem(invalidAgain).reason()).isEqualTo("ArchiveInvalid");
        assertThat(problem(invalidAgain).findings()).hasSize(1);
    }

    @Test
    void keepsTheKeysOfAccountsApart() throws Exception {
        submit(uploaded(archive), sha256, "Idempotency-Key", "key-1");

        HttpResponse<byte[]> other = submit(
                "none",
                sha256,
                "Idempotency-Key",
                "key-1",
                "Authorization",
                "Bearer " + RunningService.token("Fabrikam"));

        assertThat(problem(other).reason()).isEqualTo("UploadDoesNotExist");
    }

    @Test
    void refusesAnotherDigestThanTheArchives() throws Exception {
        HttpResponse<byte[]> answer =
                submit(uploaded(archive), Digest.sha256(new byte[1]).hex());

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(problem(answer).reason()).isEqualTo("DigestMismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{\"uploadId\":\"u\"}",
                "{\"sha256\":\"00\"}",
                "{\"uploadId\":\"\",\"sha256\":\"00\"}",
                "{\"uploadId\":1,\"sha256\":\"00\"}",
                "{\"uploadId\":\"u\",\"uploadId\":\"v\",\"sha256\":\"00\"}",
                "{\"uploadId\":\"u\",\"sha256\":\"00\"} x",
            })
    void refusesABodyThatIsNotWhatTheOperationTakes(String body) throws Exception {
        HttpResponse<byte[]> answer = service.post("/v1/submissions", body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
    }

    @Test
    void namesThePlaceInABodyThatItCannotRead() throws Exception {
        HttpResponse<byte[]> answer = service.post("/v1/submissions", "{\"uploadId\":1}");

        assertThat(problem(answer).detail())
                .isEqualTo("The body is not what the operation takes: body ($.uploadId): should be string, is number");
    }

    @Test
    void keepsUnknownMembersOutSilently() throws Exception {
        HttpResponse<byte[]> answer = service.post(
                "/v1/submissions",
                "{\"uploadId\":\"" + uploaded(archive) + "\",\"sha256\":\"" + sha256 + "\",\"later\":[1]}");

        assertThat(answer.statusCode()).isEqualTo(202);
    }

    @Test
    void refusesABodyThatIsTooLargeAndOneThatIsNoJson() throws Exception {
        HttpResponse<byte[]> large = service.post("/v1/submissions", " ".repeat(Call.MAX_JSON + 1));
        HttpResponse<byte[]> typed =
                service.send("POST", "/v1/submissions", BodyPublishers.ofString("{}"), "Content-Type", "text/plain");
        HttpResponse<byte[]> untyped = service.send("POST", "/v1/submissions", BodyPublishers.ofString("{}"));

        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(typed.statusCode()).isEqualTo(415);
        assertThat(problem(typed).detail()).isEqualTo("The body must be application/json, not text/plain.");
        assertThat(untyped.statusCode()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\"\""})
    void refusesAnIdempotencyKeyThatSaysNothing(String key) throws Exception {
        HttpResponse<byte[]> answer = submit("u", sha256, "Idempotency-Key", key);

        assertThat(problem(answer).detail()).isEqualTo("An Idempotency-Key has 1 to 255 characters.");
    }
}

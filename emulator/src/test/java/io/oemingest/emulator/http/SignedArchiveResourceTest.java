package io.oemingest.emulator.http;

import static io.oemingest.emulator.http.ServiceResourceTest.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.Digest;
import io.oemingest.emulator.engine.Submission;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
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

class SignedArchiveResourceTest {
    private static final int SIZE = 700_000;

    @TempDir
    Path folder;

    private final byte[] content = new byte[SIZE];
    private RunningService service;
    private Submission signed;
    private String path;

    @BeforeEach
    void start() throws IOException {
        new Random(3).nextBytes(content);
        service = new RunningService(folder);
        signed = service.signed("AB12CD", content);
        path = "/v1/submissions/TKT-SIGN-TEST-AB12CD/signed-archive";
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static String value(HttpResponse<byte[]> answer, String header) {
        return answer.headers().firstValue(header).orElse("absent");
    }

    private String tag() {
        return '"' + Digest.sha256(content).hex() + '"';
    }

    @Test
    void sendsTheWholeArchiveWithItsDigest() throws Exception {
        HttpResponse<byte[]> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(content);
        assertThat(value(answer, "Content-Type")).isEqualTo("application/zip");
        assertThat(value(answer, "Content-Length")).isEqualTo("700000");
        assertThat(value(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(value(answer, "ETag")).isEqualTo(tag());
        assertThat(value(answer, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"Contoso.TKT-SIGN-TEST-AB12CD.zip\"");
        assertThat(value(answer, "Repr-Digest"))
                .isEqualTo("sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(Digest.sha256(content).bytes()) + ":");
    }

    @Test
    void answersHeadWithoutABody() throws Exception {
        HttpResponse<byte[]> answer = service.send("HEAD", path, BodyPublishers.noBody(), "Range", "bytes=0-9");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(value(answer, "Content-Length")).isEqualTo("700000");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,0,1",
        "bytes=0-99,0,100",
        "bytes=100-,100,700000",
        "bytes=699999-,699999,700000",
        "bytes=5-9999999999,5,700000",
        "bytes=-1,699999,700000",
        "bytes=-300000,400000,700000",
        "bytes=-9999999,0,700000",
    })
    void sendsTheRangeAskedFor(String range, int from, int to) throws Exception {
        HttpResponse<byte[]> answer = service.get(path, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(value(answer, "Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/700000");
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(content, from, to));
        assertThat(value(answer, "ETag")).isEqualTo(tag());
        assertThat(value(answer, "Repr-Digest")).startsWith("sha-256=:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=700000-", "bytes=700000-700001", "bytes=-0", "bytes=999999999999999999-"})
    void refusesARangeOutsideAndTellsTheSize(String range) throws Exception {
        HttpResponse<byte[]> answer = service.get(path, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(value(answer, "Content-Range")).isEqualTo("bytes */700000");
        assertThat(problem(answer).detail()).isEqualTo("The range lies outside the 700000 bytes there are.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=9-5", "bytes=-", "bytes=a-b", "lines=1-2", "bytes", "bytes=1"})
    void sendsTheWholeForSeveralRangesAndForWhatIsNoRange(String range) throws Exception {
        HttpResponse<byte[]> answer = service.get(path, "Range", range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).hasSize(SIZE);
    }

    @Test
    void goesOnOnlyIfTheArchiveIsStillTheSame() throws Exception {
        HttpResponse<byte[]> same = service.get(path, "Range", "bytes=10-", "If-Range", tag());
        HttpResponse<byte[]> other = service.get(path, "Range", "bytes=10-", "If-Range", "\"other\"");
        HttpResponse<byte[]> weak = service.get(path, "Range", "bytes=10-", "If-Range", "W/" + tag());
        HttpResponse<byte[]> dated =
                service.get(path, "Range", "bytes=10-", "If-Range", "Sun, 22 Nov 2026 06:16:00 GMT");

        assertThat(same.statusCode()).isEqualTo(206);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(weak.statusCode()).isEqualTo(200);
        assertThat(dated.statusCode()).isEqualTo(200);
    }

    @Test
    void answersNotModifiedBeforeItLooksAtARange() throws Exception {
        HttpResponse<byte[]> answer = service.get(path, "If-None-Match", tag(), "Range", "bytes=10-");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void saysInternalErrorWithoutDetailsWhenTheFileIsGone() throws Exception {
        Files.delete(signed.signedArchive().file());

        HttpResponse<byte[]> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(problem(answer).reason()).isEqualTo("InternalError");
        assertThat(problem(answer).detail())
                .isEqualTo("The service failed. Its log has the cause under the correlation id.");
    }
}

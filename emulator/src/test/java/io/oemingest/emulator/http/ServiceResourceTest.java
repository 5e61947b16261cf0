package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.AccountJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.ServiceJson;
import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.emulator.port.EkuProfiles;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceResourceTest {
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

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static ProblemJson problem(HttpResponse<byte[]> answer) throws IOException {
        return Json.read(ProblemJson.class, text(answer), "problem");
    }

    @Test
    void describesItselfToEverybody() throws Exception {
        HttpResponse<byte[]> answer = service.sendAs("GET", "/v1/service", BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(ServiceJson.class, text(answer), "service"))
                .isEqualTo(new ServiceJson(
                        service.engine.describe().name(),
                        "TEST",
                        "v1",
                        "0.1.0",
                        "0.1.0",
                        List.of("WindowsPhoneBlue", "WindowsPhoneThreshold", "WindowsIoTCoreThreshold"),
                        new ServiceJson.LimitsJson(RunningService.MAX_ARCHIVE, 5000, 4_194_304),
                        2L,
                        new ServiceJson.UpdatePolicyJson("Refuse", true)));
        assertThat(answer.headers().firstValue("Ingestion-Service-Version")).contains("0.1.0");
    }

    @Test
    void showsTheOwnAccount() throws Exception {
        HttpResponse<byte[]> answer = service.get("/v1/account");

        assertThat(Json.read(AccountJson.class, text(answer), "account"))
                .isEqualTo(new AccountJson(
                        "Contoso",
                        "00000000-0000-4000-0000-000000000001",
                        List.of("FfuCatalog", "IndividualPackage", "PartialImage"),
                        List.of(List.of("1.3.6.1.4.1.311.76.5.40")),
                        List.of()));
    }

    @Test
    void showsTheKindsOfSignatureToItsAccountsAlone() throws Exception {
        HttpResponse<byte[]> answer = service.get("/v1/signing-profiles");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.read(SigningProfilesJson.class, text(answer), "profiles")
                        .toModel("profiles"))
                .isEqualTo(EkuProfiles.DOCUMENTED.describe());
        assertThat(service.sendAs("GET", "/v1/signing-profiles", BodyPublishers.noBody())
                        .statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer nobody", "Basic Y29udG9zbzp4", "token-of-Contoso"})
    void asksForATokenItKnows(String authorization) throws Exception {
        HttpResponse<byte[]> answer = authorization.isEmpty()
                ? service.sendAs("GET", "/v1/account", BodyPublishers.noBody())
                : service.get("/v1/account", "Authorization", authorization);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"ingestion\"");
        assertThat(problem(answer).reason()).isEqualTo("CredentialsUnknown");
    }

    @Test
    void answersNotModifiedWhileNothingChanged() throws Exception {
        String tag = service.get("/v1/account").headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> same = service.get("/v1/account", "If-None-Match", "\"other\", W/" + tag);
        HttpResponse<byte[]> any = service.get("/v1/account", "If-None-Match", "*");
        HttpResponse<byte[]> other = service.get("/v1/account", "If-None-Match", "\"other\"");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.headers().firstValue("ETag")).contains(tag);
        assertThat(any.statusCode()).isEqualTo(304);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void answersHeadWithTheHeadersOfGetAndNoBody() throws Exception {
        HttpResponse<byte[]> get = service.get("/v1/account");
        HttpResponse<byte[]> head = service.send("HEAD", "/v1/account", BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Length")).contains(Integer.toString(get.body().length));
        assertThat(head.headers().firstValue("ETag")).isEqualTo(get.headers().firstValue("ETag"));
    }

    @Test
    void refusesAClientThatIsTooOldAndQuotesBothVersions() throws Exception {
        HttpResponse<byte[]> answer = service.get("/v1/account", "Ingestion-Client-Version", "0.0.9");

        assertThat(answer.statusCode()).isEqualTo(400);
        ProblemJson problem = problem(answer);
        assertThat(problem.reason()).isEqualTo("ClientVersionNotSupported");
        assertThat(problem.detail()).isEqualTo("This client has version 0.0.9; the service needs 0.1.0 or later.");
        assertThat(problem.clientVersion()).isEqualTo("0.0.9");
        assertThat(problem.minimumClientVersion()).isEqualTo("0.1.0");
    }

    @Test
    void stillDescribesItselfToAClientThatIsTooOld() throws Exception {
        assertThat(service.get("/v1/service", "Ingestion-Client-Version", "0.0.9")
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"0.1.0,200", "0.1,200", "0.1.0-SNAPSHOT,200", "1,200", "10.0.0.0,200", "abc,400", "1.2.3.4.5,400"})
    void readsTheClientsVersion(String version, int status) throws Exception {
        assertThat(service.get("/v1/account", "Ingestion-Client-Version", version)
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json,200",
        "'application/*;q=0.5, text/html',200",
        "*/*,200",
        "text/html,406",
        "'application/json;q=0, */*',406",
        "application/sarif+json,406",
    })
    void keepsToWhatTheClientAccepts(String accept, int status) throws Exception {
        assertThat(service.get("/v1/account", "Accept", accept).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/v1", "/v1/accounts", "/v1/account/", "/v2/service", "/v1/submissions/a/b"})
    void knowsNoOtherAddress(String path) throws Exception {
        HttpResponse<byte[]> answer = service.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(problem(answer).detail()).isEqualTo("There is nothing at " + path + ".");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE,/v1/account,'GET, HEAD, OPTIONS'",
        "PUT,/v1/submissions,'GET, HEAD, OPTIONS, POST'",
        "GET,/v1/uploads,'OPTIONS, POST'",
        "TRACE,/v1/uploads/x,'DELETE, HEAD, OPTIONS, PATCH'",
    })
    void namesTheMethodsThatAreAllowed(String method, String path, String allow) throws Exception {
        HttpResponse<byte[]> answer = service.send(method, path, BodyPublishers.noBody());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains(allow);
    }

    @Test
    void givesEveryAnswerItsOwnCorrelationIdAlsoInTheProblem() throws Exception {
        HttpResponse<byte[]> first = service.get("/v1/nothing");
        HttpResponse<byte[]> second = service.get("/v1/nothing");

        String id = first.headers().firstValue("Correlation-Id").orElseThrow();
        assertThat(problem(first).correlationId()).isEqualTo(id);
        assertThat(problem(first).instance()).isEqualTo("urn:uuid:" + id);
        assertThat(second.headers().firstValue("Correlation-Id"))
                .isPresent()
                .isNotEqualTo(first.headers().firstValue("Correlation-Id"));
    }
}

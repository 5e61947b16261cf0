package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.FindingJson;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdatePageJson;
import io.oemingest.core.internal.wire.UpdateContentJson;
import io.oemingest.core.internal.wire.update.ContentWire;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.emulator.engine.BookedImage;
import io.oemingest.emulator.engine.SubmissionState;
import io.oemingest.emulator.engine.TestArchives;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests for update over HTTP; every exchange is judged by the contract. */
class RequestsForUpdateTest {
    private static final String PATH = "/v1/requests-for-update";
    private static final String[] AS_OPERATOR = {"Authorization", "Bearer " + RunningService.token("000-DE")};

    @TempDir
    private Path folder;

    private RunningService service;

    @BeforeEach
    void start() throws Exception {
        service = new RunningService(folder);
        image("IMAGE1", "1.0.0.0", WspcStatus.BASELINE, "A");
        image("IMAGE2", "2.0.0.0", WspcStatus.BASELINE, "A");
        image("IMAGE3", "3.0.0.0", WspcStatus.BASELINE, "A");
        image("IMAGE4", "4.0.0.0", WspcStatus.BASELINE, "B");
        image("COMPLY", "2.5.0.0", WspcStatus.COMPLIANT, "A");
        image("ANYOLD", "2.6.0.0", WspcStatus.NON_COMPLIANT, "A");
        image("LEGACY", "0.5.0.0", WspcStatus.LEGACY_NON_COMPLIANT, "A");
        service.submission("UNSIGN", SubmissionState.RECEIVED);
        service.submission(RunningService.FABRIKAM, "OTHERS", SubmissionState.RECEIVED);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void livesFromItsCreationUntilItIsLive() throws Exception {
        HttpResponse<byte[]> made = service.post(PATH, mixed("IMAGE1", "IMAGE2", "RetailServicing"));
        assertThat(made.statusCode()).isEqualTo(201);
        String address = made.headers().firstValue("Location").orElseThrow();
        assertThat(address).isEqualTo(PATH + "/TKT-RFU-TEST-IMAGE2-1");
        service.queue.runAll();
        assertThat(read(address).stage()).isEqualTo("Preview");
        assertThat(service.post(address + "/approvals", "{\"party\":\"OEM\"}").statusCode())
                .isEqualTo(200);
        RequestForUpdateJson approved =
                body(service.post(address + "/approvals", "{\"party\":\"MobileOperator\"}", AS_OPERATOR));
        assertThat(approved.isApproved()).isTrue();
        service.queue.runAll();

        RequestForUpdateJson live = read(PATH + "/TKT-SIGN-TEST-IMAGE2-1");
        assertThat(live.status().state()).isEqualTo("CompletedSuccess");
        assertThat(live.approvals()).containsExactly("MobileOperator", "OEM");
        refused(service.post(address + "/cancellation", ""), 409, "AlreadyLive", "CAN-02");
        refused(service.post(address + "/approvals", "{\"party\":\"OEM\"}"), 409, "InvalidState", "APR-06");
        refused(service.post(address + "/retries", "{}"), 409, "InvalidState");
    }

    @Test
    void makesOneRequestForOneIdempotencyKey() throws Exception {
        String body = mixed("IMAGE1", "IMAGE2", "Trial");
        HttpResponse<byte[]> first = service.post(PATH, body, "Idempotency-Key", "k");
        HttpResponse<byte[]> again = service.post(PATH, body, "Idempotency-Key", "k");
        assertThat(again.body()).isEqualTo(first.body());
        refused(service.post(PATH, body), 409, "DuplicateSource", "RFU-21");
    }

    @Test
    void countsAnApprovalThatIsSentAgainOnce() throws Exception {
        String address = made("IMAGE1", "IMAGE2");
        service.queue.runAll();
        HttpResponse<byte[]> first =
                service.post(address + "/approvals", "{\"party\":\"OEM\"}", "Idempotency-Key", "a");
        HttpResponse<byte[]> again =
                service.post(address + "/approvals", "{\"party\":\"OEM\"}", "Idempotency-Key", "a");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void tellsWhatTheUpdateBrings() throws Exception {
        TestArchives archives = new TestArchives(folder);
        read("READ05", archives.image(true, "5.0.0.0", "A"));
        read("READ06", archives.image(true, "6.0.0.0", "A", "B"));
        String address = made("READ05", "READ06") + "/content";

        HttpResponse<byte[]> answer = service.get(address);
        UpdateContent content =
                ContentWire.toModel(Json.read(UpdateContentJson.class, text(answer), "answer"), "answer");
        assertThat(content.packages())
                .extracting(each -> each.name() + " " + each.change().text())
                .containsExactly("Contoso.A Updated", "Contoso.B Added", "Contoso.DEMO.Customizations.MainOS Updated");
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(service.get(address, AS_OPERATOR).body()).isEqualTo(answer.body());
        service.post(PATH, mixed("IMAGE1", "IMAGE2", "Trial"));
        refused(service.get(PATH + "/TKT-RFU-TEST-IMAGE2-1/content"), 409, "InvalidState");
        refused(service.get(PATH + "/TKT-RFU-TEST-NOBODY-1/content"), 404, "TicketDoesNotExist");
        refused(service.post(address, ""), 405, "InvalidRequest");
    }

    @Test
    void cancelsTwiceAsOnce() throws Exception {
        String address = made("IMAGE1", "IMAGE2");
        for (int i = 0; i < 2; i++) {
            assertThat(service.post(address + "/cancellation", "").statusCode()).isEqualTo(204);
        }
        assertThat(read(address).cancellation().kind()).isEqualTo("Cancelled");
    }

    @Test
    void answersNothingNewWithNotModified() throws Exception {
        String address = made("IMAGE1", "IMAGE2");
        HttpResponse<byte[]> first = service.get(address);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("2");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(service.get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> waited = service.get(address, "If-None-Match", tag, "Prefer", "wait=0");
        assertThat(waited.statusCode()).isEqualTo(304);
        assertThat(waited.headers().firstValue("Preference-Applied")).hasValue("wait=0");
    }

    @Test
    void listsPageByPage() throws Exception {
        made("IMAGE1", "IMAGE2");
        made("IMAGE2", "IMAGE3");
        HttpResponse<byte[]> page = service.get(PATH + "?limit=1&operator=000-de&type=RetailServicing");
        assertThat(page.headers().firstValue("Link"))
                .hasValue("<" + PATH + "?cursor=2&limit=1&operator=000-de&type=RetailServicing>; rel=\"next\"");
        assertThat(tickets(page)).containsExactly("TKT-RFU-TEST-IMAGE3-1");
        assertThat(tickets(service.get(PATH + "?cursor=2&state=InProcessOnTrack", AS_OPERATOR)))
                .containsExactly("TKT-RFU-TEST-IMAGE2-1");
        refused(service.get(PATH + "?state=Unheard"), 400, "InvalidRequest");
        refused(service.get(PATH + "?type=Unheard"), 400, "InvalidRequest");
        refused(service.get(PATH + "?limit=0"), 400, "InvalidRequest");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-TEST-UNHEAR | RetailServicing | 404 | TicketDoesNotExist   | RFU-02
            TKT-SIGN-TEST-UNHEAR | TKT-SIGN-TEST-IMAGE2 | RetailServicing | 404 | TicketDoesNotExist   | RFU-02
            TKT-SIGN-TEST-IMAGE1 | bad_ticket_number    | RetailServicing | 404 | TicketDoesNotExist   | RFU-02
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-PROD-IMAGE2 | RetailServicing | 422 | EnvironmentMismatch  | TKT-05
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-TEST-OTHERS | RetailServicing | 403 | NotTicketOwner       | RFU-27
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-TEST-UNSIGN | RetailServicing | 422 | TargetNotImage       | RFU-04
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-TEST-COMPLY | RetailServicing | 422 | TargetNotBaseline    | RFU-11
            TKT-SIGN-TEST-COMPLY | TKT-SIGN-TEST-IMAGE3 | RetailServicing | 422 | SourceNotBaseline    | RFU-12
            TKT-SIGN-TEST-ANYOLD | TKT-SIGN-TEST-IMAGE3 | RetailServicing | 422 | SourceNotBaseline    | RFU-18
            TKT-SIGN-TEST-IMAGE1 | TKT-SIGN-TEST-IMAGE4 | RetailServicing | 422 | ValidationFailed     | RFU-15
            TKT-SIGN-TEST-IMAGE2 | TKT-SIGN-TEST-IMAGE1 | RetailServicing | 422 | VersionNotIncreasing | RFU-16
            TKT-SIGN-TEST-IMAGE2 | TKT-SIGN-TEST-IMAGE1 | Trial           | 422 | VersionNotIncreasing | RFU-16
            """)
    void refusesWithTheReasonOfTheRule(
            String source, String target, String type, int status, String reason, String rule) throws Exception {
        refused(service.post(PATH, order(source, target, type)), status, reason, rule);
    }

    @ParameterizedTest
    @CsvSource({"LEGACY, IMAGE1, RetailServicing", "COMPLY, ANYOLD, Trial", "IMAGE1, IMAGE4, Trial"})
    void acceptsWhatTheMatrixAllows(String source, String target, String type) throws Exception {
        assertThat(service.post(PATH, mixed(source, target, type)).statusCode()).isEqualTo(201);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws Exception {
        HttpResponse<byte[]> answer = service.post(PATH, """
                {"payloadType": "MicrosoftOemMixed", "type": "RetailServicing",
                 "targetTicketId": "TKT-SIGN-TEST-IMAGE2"}""");
        refused(answer, 409, "ChainBroken", "RFU-06", "RFU-07", "RFU-08");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            WindowsPhoneBlue      | 8.10.1.1 | 8.10.2.1 | RetailServicing | D100 | 201 |                        |
            WindowsPhoneThreshold | 10.0.1.1 | 10.0.2.1 | PartnerSelfHost | D100 | 201 |                        |
            WindowsPhoneThreshold | 10.0.1.1 | 10.0.2.1 | RetailServicing | D100 | 422 | OsOnlyRetailNotAllowed | AKO-01
            WindowsPhoneBlue      | 8.10.2.1 | 8.10.2.1 | Trial           | D100 | 422 | VersionNotIncreasing   | AKO-07
            WindowsPhoneBlue      | 8.10.1.1 | 8.10.2.1 | Trial           | ''   | 400 | InvalidRequest         | AKO-08
            """)
    void judgesAnOperatingSystemAlone(
            String product,
            String source,
            String target,
            String type,
            String device,
            int status,
            String reason,
            String rule)
            throws Exception {
        HttpResponse<byte[]> answer = service.post(PATH, """
                {"payloadType": "MicrosoftAKOnly", "type": "%s", "deviceName": "%s", "operatorId": "000-DE",
                 "cpu": "ARM", "product": "%s", "sourceOsVersion": "%s", "targetOsVersion": "%s"}""".formatted(type, device, product, source, target));
        if (reason == null) {
            assertThat(answer.statusCode()).isEqualTo(status);
        } else {
            refused(answer, status, reason, rule);
        }
    }

    @Test
    void refusesABodyThatCannotBeWithTheNameOfTheRule() throws Exception {
        HttpResponse<byte[]> answer = service.post(PATH, "{\"payloadType\":\"MicrosoftOemMixed\",\"type\":\"Trial\"}");
        refused(answer, 400, "InvalidRequest");
        assertThat(problem(answer).detail()).isEqualTo("The request names no target ticket (rule RFU-01).");
        refused(service.post(made("IMAGE1", "IMAGE2") + "/approvals", "{}"), 400, "InvalidRequest");
    }

    @Test
    void showsAccountsTheirOwnRequestsOnly() throws Exception {
        String address = made("IMAGE1", "IMAGE2");
        String[] fabrikam = {"Authorization", "Bearer " + RunningService.token("Fabrikam")};
        refused(service.get(address, fabrikam), 403, "NotTicketOwner");
        refused(service.post(address + "/cancellation", "", fabrikam), 403, "NotTicketOwner");
        refused(service.post(address + "/approvals", "{\"party\":\"OEM\"}", AS_OPERATOR), 403, "PermissionDenied");
        refused(service.get(PATH + "/TKT-RFU-TEST-NOBODY-1"), 404, "TicketDoesNotExist");
        assertThat(tickets(service.get(PATH, fabrikam))).isEmpty();
    }

    private void image(String code, String version, WspcStatus status, String... packages) {
        Baseline image = new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100", "000-DE"),
                FirmwareVersion.parse(version),
                new SubmissionTicket("TKT-SIGN-TEST-" + code),
                PackageNames.of(List.of(packages)));
        service.engine.enterImage(new BookedImage(RunningService.CONTOSO.clientId(), image, status));
    }

    private void read(String code, byte[] archive) throws Exception {
        Path file = Files.write(folder.resolve(code + ".zip"), archive);
        try (SubmissionArchive opened = SubmissionArchive.open(file, FormatLimits.defaults(), ProgressListener.NONE)) {
            SubmissionTicket ticket = new SubmissionTicket("TKT-SIGN-TEST-" + code);
            service.engine.enterImage(RunningService.CONTOSO, ticket, opened.contents(), WspcStatus.BASELINE);
        }
    }

    private String made(String source, String target) throws Exception {
        HttpResponse<byte[]> answer = service.post(PATH, mixed(source, target, "RetailServicing"));
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static String mixed(String source, String target, String type) {
        return order("TKT-SIGN-TEST-" + source, "TKT-SIGN-TEST-" + target, type);
    }

    private static String order(String source, String target, String type) {
        return """
                {"payloadType": "MicrosoftOemMixed", "type": "%s", "deviceName": "D100", "operatorId": "000-DE",
                 "sourceTicketId": "%s", "targetTicketId": "%s"}""".formatted(type, source, target);
    }

    private RequestForUpdateJson read(String address) throws Exception {
        return body(service.get(address));
    }

    private static RequestForUpdateJson body(HttpResponse<byte[]> answer) throws Exception {
        return Json.read(RequestForUpdateJson.class, text(answer), "answer");
    }

    private static List<String> tickets(HttpResponse<byte[]> answer) throws Exception {
        return Json.read(RequestForUpdatePageJson.class, text(answer), "answer").items().stream()
                .map(RequestForUpdateJson::ticketId)
                .toList();
    }

    /** The rules are those of the findings that block, the first of which gave the reason. */
    private static void refused(HttpResponse<byte[]> answer, int status, String reason, String... rules)
            throws Exception {
        ProblemJson problem = problem(answer);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        assertThat(problem.reason()).isEqualTo(reason);
        List<FindingJson> findings = problem.findings() == null ? List.of() : problem.findings();
        List<String> found = findings.stream().map(FindingJson::rule).toList();
        assertThat(found).startsWith(rules);
        assertThat(found.isEmpty()).isEqualTo(rules.length == 0);
    }

    private static ProblemJson problem(HttpResponse<byte[]> answer) throws Exception {
        return Json.read(ProblemJson.class, text(answer), "problem");
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}

package io.oemingest.emulator.http;

import static io.oemingest.emulator.engine.SubmissionState.FAILED;
import static io.oemingest.emulator.engine.SubmissionState.PENDING_MANUAL_INTERVENTION;
import static io.oemingest.emulator.engine.SubmissionState.RECEIVED;
import static io.oemingest.emulator.engine.SubmissionState.SIGNING;
import static io.oemingest.emulator.engine.SubmissionState.VALIDATING;
import static io.oemingest.emulator.http.ServiceResourceTest.problem;
import static io.oemingest.emulator.http.ServiceResourceTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.internal.wire.SubmissionJson.StateChangeJson;
import io.oemingest.core.internal.wire.SubmissionPageJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.engine.Submission;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionResourcesTest {
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

    private static String path(Submission submission) {
        return "/v1/submissions/" + submission.ticket().id();
    }

    private static SubmissionJson submission(HttpResponse<byte[]> answer) throws IOException {
        return Json.read(SubmissionJson.class, text(answer), "submission");
    }

    @Test
    void showsWhereASubmissionStands() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED, VALIDATING);

        HttpResponse<byte[]> answer = service.get(path(stored));

        assertThat(submission(answer))
                .isEqualTo(new SubmissionJson(
                        "TKT-SIGN-TEST-AB12CD",
                        "Validating",
                        "Validation",
                        "The packages are being validated.",
                        "PartialImage",
                        "ContextFree",
                        "WindowsPhoneThreshold",
                        false,
                        2,
                        "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a",
                        4711L,
                        null,
                        RunningService.NOW,
                        RunningService.NOW.plusSeconds(1),
                        List.of(
                                new StateChangeJson("Received", RunningService.NOW),
                                new StateChangeJson("Validating", RunningService.NOW.plusSeconds(1))),
                        null,
                        List.of(),
                        null));
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void showsWarningsOnceTheValidationHasPassed() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED, VALIDATING, SIGNING);
        service.reports.insert(
                stored.ticket().id(),
                ValidationReport.of(
                        List.of(RunningService.finding(Severity.WARN), RunningService.finding(Severity.INFO))));

        assertThat(submission(service.get(path(stored))).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.severity()).isEqualTo("Warn"));
    }

    @Test
    void saysWhyASubmissionFailedAndAtWhichStep() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED, VALIDATING, FAILED);

        HttpResponse<byte[]> answer = service.get(path(stored));

        SubmissionJson shown = submission(answer);
        assertThat(shown.state()).isEqualTo("Failed");
        assertThat(shown.step()).isEqualTo("Validation");
        assertThat(shown.failure())
                .isEqualTo(new SubmissionJson.FailureJson("ValidationFailed", "The validation found 1 problem."));
        assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TKT-SIGN-TEST-ZZ99ZZ", "bad_ticket_number", "TKT%20%C3%BC"})
    void knowsNoOtherTicket(String ticket) throws Exception {
        for (String part : List.of("", "/validation-report", "/signed-archive")) {
            HttpResponse<byte[]> answer = service.get("/v1/submissions/" + ticket + part);

            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(problem(answer).reason()).isEqualTo("TicketDoesNotExist");
            assertThat(problem(answer).retryable()).isFalse();
        }
    }

    @Test
    void refusesTheTicketOfAnotherAccount() throws Exception {
        Submission foreign = service.submission(RunningService.FABRIKAM, "AB12CD", RECEIVED);

        for (String part : List.of("", "/validation-report", "/signed-archive")) {
            HttpResponse<byte[]> answer = service.get(path(foreign) + part);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(problem(answer).reason()).isEqualTo("NotTicketOwner");
            assertThat(problem(answer).ticketId()).isEqualTo("TKT-SIGN-TEST-AB12CD");
        }
    }

    @Test
    void waitsForAChangeAsLongAsTheClientPrefers() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED, VALIDATING, SIGNING);
        String tag = service.get(path(stored)).headers().firstValue("ETag").orElseThrow();

        CompletableFuture<HttpResponse<byte[]>> waiting = inBackground(stored, tag, "wait=30");
        service.engine.intervene(stored.ticket());

        HttpResponse<byte[]> answer = waiting.get(20, TimeUnit.SECONDS);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(submission(answer).state()).isEqualTo("PendingManualIntervention");
    }

    private CompletableFuture<HttpResponse<byte[]>> inBackground(Submission stored, String tag, String prefer) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return service.get(path(stored), "If-None-Match", tag, "Prefer", prefer);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    void answersNotModifiedWhenTheWaitEndsWithoutNews() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED);
        String tag = service.get(path(stored)).headers().firstValue("ETag").orElseThrow();

        HttpResponse<byte[]> answer =
                service.get(path(stored), "If-None-Match", tag, "Prefer", "respond-async, wait=1");

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("Preference-Applied")).contains("wait=1");
        assertThat(answer.headers().firstValue("Retry-After")).contains("2");
    }

    @Test
    void answersAtOnceWhenThereIsNewsOrNothingToWaitFor() throws Exception {
        Submission running = service.submission("AB12CD", RECEIVED);
        Submission failed = service.submission("AB12CE", RECEIVED, VALIDATING, FAILED);

        HttpResponse<byte[]> news = service.get(path(running), "If-None-Match", "\"old\"", "Prefer", "wait=30");
        HttpResponse<byte[]> done = service.get(path(failed), "Prefer", "wait=30");

        assertThat(news.statusCode()).isEqualTo(200);
        assertThat(news.headers().firstValue("Preference-Applied")).isEmpty();
        assertThat(done.headers().firstValue("Preference-Applied")).isEmpty();
    }

    @Test
    void letsWaitersGoWhenItStops() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED);
        String tag = service.get(path(stored)).headers().firstValue("ETag").orElseThrow();
        CompletableFuture<HttpResponse<byte[]>> waiting = inBackground(stored, tag, "wait=60");

        service.close();

        // Whether it was let go or never got in any more: it does not hang.
        assertThat(waiting.handle((answer, failure) -> "ended").get(20, TimeUnit.SECONDS))
                .isEqualTo("ended");
    }

    @Test
    void listsTheOwnSubmissionsNewestFirstInPagesThatLinkOn() throws Exception {
        for (int i = 0; i < 5; i++) {
            service.submission("AB000" + i, RECEIVED);
        }
        service.submission(RunningService.FABRIKAM, "FB0001", RECEIVED);

        List<String> seen = new ArrayList<>();
        String next = "/v1/submissions?limit=2&state=received";
        int pages = 0;
        while (next != null) {
            HttpResponse<byte[]> answer = service.get(next);
            SubmissionPageJson page = Json.read(SubmissionPageJson.class, text(answer), "page");
            page.items().forEach(item -> seen.add(item.ticketId()));
            next = answer.headers().firstValue("Link").map(this::target).orElse(null);
            assertThat(page.nextCursor() == null).isEqualTo(next == null);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        "TKT-SIGN-TEST-AB0004",
                        "TKT-SIGN-TEST-AB0003",
                        "TKT-SIGN-TEST-AB0002",
                        "TKT-SIGN-TEST-AB0001",
                        "TKT-SIGN-TEST-AB0000");
    }

    private String target(String link) {
        Matcher next = Pattern.compile("<([^>]+)>; rel=\"next\"").matcher(link);
        assertThat(next.matches()).as(link).isTrue();
        return next.group(1);
    }

    @Test
    void filtersByStateAndType() throws Exception {
        service.submission("AB0001", RECEIVED);
        service.submission("AB0002", RECEIVED, VALIDATING, FAILED);

        assertThat(text(service.get("/v1/submissions?state=Failed")))
                .contains("AB0002")
                .doesNotContain("AB0001");
        assertThat(text(service.get("/v1/submissions?type=Image"))).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state=Lost",
                "type=Nothing",
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=x",
                "device=a",
                "state=Failed&state=Failed"
            })
    void refusesFiltersItDoesNotUnderstand(String query) throws Exception {
        HttpResponse<byte[]> answer = service.get("/v1/submissions?" + query);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
    }

    @Test
    void handsOutTheValidationReport() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED, VALIDATING, FAILED);
        service.reports.insert(
                stored.ticket().id(), ValidationReport.of(List.of(RunningService.finding(Severity.BLOCK))));

        HttpResponse<byte[]> answer = service.get(path(stored) + "/validation-report");

        ValidationReportJson report = Json.read(ValidationReportJson.class, text(answer), "report");
        assertThat(report.acceptable()).isFalse();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("STD-02");
            assertThat(finding.location().line()).isEqualTo(3);
        });
    }

    @Test
    void saysWhenTheValidationHasNotRunYet() throws Exception {
        Submission stored = service.submission("AB12CD", RECEIVED);

        HttpResponse<byte[]> answer = service.get(path(stored) + "/validation-report");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(problem(answer).reason()).isEqualTo("InvalidState");
        assertThat(problem(answer).retryable()).isTrue();
        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void refusesTheArchiveAsDocumentedWhileThereIsNone() throws Exception {
        Submission running = service.submission("AB0001", RECEIVED);
        Submission manual = service.submission("AB0002", RECEIVED, VALIDATING, SIGNING, PENDING_MANUAL_INTERVENTION);
        Submission failed = service.submission("AB0003", RECEIVED, VALIDATING, FAILED);
        service.reports.insert(
                failed.ticket().id(), ValidationReport.of(List.of(RunningService.finding(Severity.BLOCK))));

        HttpResponse<byte[]> first = service.get(path(running) + "/signed-archive");
        HttpResponse<byte[]> second = service.get(path(manual) + "/signed-archive");
        HttpResponse<byte[]> third = service.get(path(failed) + "/signed-archive");

        assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
                .containsExactly(409, 409, 409);
        assertThat(problem(first).reason()).isEqualTo("FirmwareSubmissionIsInProgress");
        assertThat(first.headers().firstValue("Retry-After")).contains("2");
        assertThat(problem(second).reason()).isEqualTo("PendingManualIntervention");
        assertThat(problem(third).reason()).isEqualTo("FirmwareSubmissionHasFailed");
        assertThat(problem(third).retryable()).isFalse();
        assertThat(problem(third).findings()).hasSize(1);
    }
}

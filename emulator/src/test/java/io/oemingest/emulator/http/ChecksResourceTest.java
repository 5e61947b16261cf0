package io.oemingest.emulator.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.ProblemJson;
import io.oemingest.core.internal.wire.ValidationReportJson;
import io.oemingest.core.internal.wire.report.ReportWire;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageIdentity;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.submission.FileFacts;
import io.oemingest.core.submission.PackageAttributes;
import io.oemingest.core.submission.PackageFacts;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.submission.SubmissionContentsReader;
import io.oemingest.core.submission.SubmissionContentsReader.ReadSubmission;
import io.oemingest.core.submission.SubmissionFacts;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.testing.TestPackages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every answer is judged by the OpenAPI file on its way here. */
class ChecksResourceTest {
    private static final String CHECKS = "/v1/checks";
    private static final int LIMIT = FormatLimits.defaults().maxInMemory();

    @TempDir
    Path folder;

    private RunningService service;
    private String facts;

    @BeforeEach
    void start() throws IOException {
        service = new RunningService(folder.resolve("service"));
        facts = SubmissionFacts.write(read().contents(), read().files());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void judgesFactsAndKeepsNothing() throws Exception {
        HttpResponse<byte[]> answer = service.post(CHECKS, facts);

        assertThat(answer.statusCode()).isEqualTo(200);
        ValidationReport report = report(answer);
        assertThat(report).isEqualTo(service.engine.check(RunningService.CONTOSO, read().contents()));
        assertThat(report.acceptable()).isTrue();
        assertThat(Stream.of(service.uploads, service.submissions, service.tickets, service.reports, service.images)
                        .flatMap(store -> store.all().stream()))
                .isEmpty();
        try (Stream<Path> stored = Files.walk(service.folder)) {
            assertThat(stored.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void theFactsKeepTheContractToo() throws Exception {
        assertThat(Contract.complaints("Check", facts)).isEmpty();
    }

    @Test
    void aFindingIsAnAnswerAndNoRefusal() throws Exception {
        HttpResponse<byte[]> answer = service.post(CHECKS, facts.replace("\"Production\"", "\"Test\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(report(answer).findings())
                .extracting(each -> each.rule() + " " + each.location())
                .containsExactly("PKG-04 packages/Contoso.Display.spkg");
    }

    @Test
    void knowsOnlyAccounts() throws Exception {
        HttpResponse<byte[]> answer = service.post(CHECKS, facts, "Authorization", "Bearer nobody");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(problem(answer).reason()).isEqualTo("CredentialsUnknown");
    }

    @Test
    void takesJsonAndGivesJson() throws Exception {
        HttpResponse<byte[]> xml =
                service.send("POST", CHECKS, BodyPublishers.ofString("<a/>"), "Content-Type", "application/xml");
        assertThat(xml.statusCode()).isEqualTo(415);
        HttpResponse<byte[]> wish = service.post(CHECKS, facts, "Accept", "text/html");
        assertThat(wish.statusCode()).isEqualTo(406);
        assertThat(service.get(CHECKS).statusCode()).isEqualTo(405);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                       | body ($): ends too early
            [                        | body ($): should be an object, is a list
            {"formatVersion":1}      | body ($): lacks 'type'
            {"formatVersion":1e400}  | body ($.formatVersion): is not a whole number in range: 1e400
            {"a":1,"a":2}            | body ($.a): is given twice
            """)
    void refusesWhatAreNoFacts(String body, String problem) throws Exception {
        HttpResponse<byte[]> answer = service.post(CHECKS, body);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).reason()).isEqualTo("InvalidRequest");
        assertThat(problem(answer).detail()).isEqualTo("The body is not what the operation takes: " + problem);
    }

    @Test
    void refusesFactsThatAreNestedWithoutEnd() throws Exception {
        HttpResponse<byte[]> answer =
                service.post(CHECKS, "{\"more\":" + "[".repeat(1_000_000) + "]".repeat(1_000_000) + "}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(problem(answer).detail()).contains("nested more than 64 deep");
    }

    @Test
    void refusesAnEnormousBodyWhetherItsSizeIsAnnouncedOrNot() throws Exception {
        byte[] enormous = (" ".repeat(LIMIT) + facts).getBytes(UTF_8);
        for (var body : List.of(
                BodyPublishers.ofByteArray(enormous),
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(enormous)))) {
            HttpResponse<byte[]> answer = service.send("POST", CHECKS, body, "Content-Type", "application/json");
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(problem(answer).reason()).isEqualTo("PayloadTooLarge");
            assertThat(problem(answer).detail()).isEqualTo("A body may have 16777216 bytes here.");
        }
    }

    @Test
    void answersTheWorstThatItTakesWithAReportOfBoundedSize() throws Exception {
        String worst = SubmissionFacts.write(broken(5_000), read().files());
        assertThat(worst.length()).isLessThan(LIMIT);

        HttpResponse<byte[]> answer = service.post(CHECKS, worst);

        assertThat(answer.statusCode()).isEqualTo(200);
        ValidationReport report = report(answer);
        assertThat(report.acceptable()).isFalse();
        Map<String, Long> perRule = report.findings().stream()
                .collect(Collectors.groupingBy(each -> each.rule().text(), Collectors.counting()));
        assertThat(perRule.values()).allMatch(count -> count <= 1_000).contains(1_000L);
        assertThat(report.omitted()).isNotEmpty().allMatch(each -> each.count() == 4_000);
        assertThat(answer.body().length).isLessThan(LIMIT);
    }

    @Test
    void refusesMorePackagesThanASubmissionMayHave() throws Exception {
        HttpResponse<byte[]> answer = service.post(CHECKS, SubmissionFacts.write(broken(5_001), read().files()));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(problem(answer).detail())
                .isEqualTo("The archive has 5001 packages, this service takes at most 5000.");
    }

    @Test
    void cutsTextThatHasNoEndInWhatItSays() throws Exception {
        HttpResponse<byte[]> answer =
                service.post(CHECKS, facts.replace("\"Production\"", "\"" + "x".repeat(10_000_000) + "\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(report(answer).acceptable()).isFalse();
        assertThat(answer.body().length).isLessThan(100_000);
    }

    private ReadSubmission read() throws IOException {
        Path packages = folder.resolve("packages");
        if (!Files.exists(packages)) {
            TestPackages.write(packages, FirmwareVersion.parse("1.0.0.1"), "Display");
        }
        return new SubmissionContentsReader(FormatLimits.defaults(), ProgressListener.NONE)
                .read(new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_BLUE));
    }

    /** So many packages that are wrong in all that their manifests say. */
    private SubmissionContents broken(int count) throws IOException {
        SubmissionContents good = read().contents();
        return new SubmissionContents(
                good.kind(),
                good.documents(),
                IntStream.range(0, count)
                        .mapToObj(i -> broken(good.packages().get(0), i))
                        .toList(),
                good.strays(),
                good.unreadable());
    }

    private static PackageFacts broken(PackageFacts good, int number) {
        PackageIdentity identity = PackageIdentity.of("Contoso", "P" + number, null);
        return new PackageFacts(
                new FileFacts(
                        "packages/Contoso.P" + number + ".cab", 1, good.file().sha256()),
                identity.name(),
                good.style(),
                identity,
                FirmwareVersion.ZERO,
                new PackageAttributes("Nobody", "Test", "Nowhere", null, true, true),
                null,
                good.details());
    }

    private static ValidationReport report(HttpResponse<byte[]> answer) throws IOException {
        String text = new String(answer.body(), UTF_8);
        return ReportWire.toModel(Json.read(ValidationReportJson.class, text, "report"), "report");
    }

    private static ProblemJson problem(HttpResponse<byte[]> answer) throws IOException {
        return ServiceResourceTest.problem(answer);
    }
}

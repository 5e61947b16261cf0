package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.core.format.Location;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.update.ContentWire;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.update.ApprovalParty;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateContent.Change;
import io.oemingest.core.update.UpdateContent.PackageChange;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePayload.MicrosoftAkOnly;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is asked of the service keeps the OpenAPI file, and what it answers becomes a value or a typed refusal. */
class RequestsForUpdateTest {
    private static final RequestForUpdateTicket TICKET = UpdateAnswers.TICKET;
    private static final String ALL = "/v1/requests-for-update";
    private static final String ONE = ALL + "/" + TICKET;
    private static final UpdateOrder ORDER = UpdateOrder.of(
                    UpdateAnswers.TARGET, UpdateAnswers.SOURCE, UpdateType.RETAIL_SERVICING)
            .forPhone("D100 ROW", "000-DE");

    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    private final FakePorts ports = new FakePorts();
    private final RequestRecorder sent = new RequestRecorder();
    private final OkHttpClient http =
            new OkHttpClient.Builder().addNetworkInterceptor(sent).build();
    private IngestionClient client;
    private RequestsForUpdate updates;

    @BeforeEach
    void open() {
        client = Wire.client(server, ports).httpClient(http).build();
        updates = client.requestsForUpdate();
    }

    @AfterEach
    void closeAndJudgeWhatWasSent() {
        client.close();
        assertThat(sent.requests())
                .allSatisfy(request ->
                        assertThat(RequestContract.complaints(request)).isEmpty());
    }

    @Test
    void asksForAnUpdateFromImageToImage() {
        server.stubFor(post(ALL).willReturn(shows(UpdateStage.ACCEPTED).withStatus(201)));

        RequestForUpdate made = updates.create(ORDER.replacing(new RequestForUpdateTicket("TKT-RFU-TEST-AB12CD-9")));

        assertThat(made).isEqualTo(UpdateAnswers.at(UpdateStage.ACCEPTED));
        assertThat(bodies()).containsExactly("""
                {"payloadType":"MicrosoftOemMixed","type":"RetailServicing","deviceName":"D100 ROW",\
                "operatorId":"000-DE","targetTicketId":"TKT-SIGN-TEST-AB12CD","sourceTicketId":"TKT-SIGN-TEST-XY98ZT",\
                "replaces":"TKT-RFU-TEST-AB12CD-9"}""");
    }

    @Test
    void asksForAnOperatingSystemAlone() {
        server.stubFor(post(ALL).willReturn(shows(UpdateStage.ACCEPTED).withStatus(201)));

        updates.create(UpdateOrder.of(
                MicrosoftAkOnly.parse("arm", "WindowsPhoneThreshold", "8.10.12349.825", "10.0.10586.1"),
                UpdateType.TRIAL));

        assertThat(bodies()).containsExactly("""
                {"payloadType":"MicrosoftAKOnly","type":"Trial","cpu":"ARM","product":"WindowsPhoneThreshold",\
                "sourceOsVersion":"8.10.12349.825","targetOsVersion":"10.0.10586.1"}""");
    }

    @Test
    void aRefusalCarriesEverythingThatTheRulesFound() {
        server.stubFor(post(ALL)
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("""
                        {"reason":"DuplicateSource","detail":"Two findings.","findings":[
                         {"rule":"RFU-21","severity":"Block","location":{"file":"request for update",
                          "part":"sourceTicketId"},"message":"There is another.","mend":"Wait."},
                         {"rule":"RFU-13","severity":"Warn","location":{"file":"request for update"},
                          "message":"Odd.","mend":"Nothing."}]}""")));

        ServiceException refusal = catchThrowableOfType(ServiceException.class, () -> updates.create(ORDER));

        assertThat(refusal.reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
        assertThat(refusal.findings())
                .containsExactly(
                        new Finding(
                                RuleId.of("RFU-21"),
                                Severity.BLOCK,
                                Location.ofPart("request for update", "sourceTicketId"),
                                "There is another.",
                                "Wait."),
                        new Finding(
                                RuleId.of("RFU-13"),
                                Severity.WARN,
                                Location.ofFile("request for update"),
                                "Odd.",
                                "Nothing."));
        assertThat(sent.requests()).hasSize(1);
    }

    @Test
    void approvesForOneParty() {
        server.stubFor(post(ONE + "/approvals").willReturn(shows(UpdateStage.APPROVED)));

        assertThat(updates.approve(TICKET, ApprovalParty.MOBILE_OPERATOR))
                .isEqualTo(UpdateAnswers.at(UpdateStage.APPROVED));
        assertThat(bodies()).containsExactly("{\"party\":\"MobileOperator\"}");
    }

    @Test
    void triesAgainOrGivesUpWhatCouldNotBeMade() {
        server.stubFor(
                post(ONE + "/retries").willReturn(shows(UpdateStage.GENERATING).withStatus(202)));

        assertThat(updates.retry(TICKET)).isEqualTo(UpdateAnswers.at(UpdateStage.GENERATING));
        assertThat(updates.giveUp(TICKET)).isEqualTo(UpdateAnswers.at(UpdateStage.GENERATING));
        assertThat(bodies()).containsExactly("{\"giveUp\":false}", "{\"giveUp\":true}");
    }

    @Test
    void cancelsAsOftenAsYouLike() {
        server.stubFor(post(ONE + "/cancellation").willReturn(aResponse().withStatus(204)));

        updates.cancel(TICKET);
        updates.cancel(TICKET);

        assertThat(bodies()).containsExactly("", "");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("create", ALL, 201, updates -> updates.create(ORDER)),
                change("approve", ONE + "/approvals", 200, updates -> updates.approve(TICKET, ApprovalParty.OEM)),
                change("retry", ONE + "/retries", 202, updates -> updates.retry(TICKET)),
                change("giveUp", ONE + "/retries", 202, updates -> updates.giveUp(TICKET)));
    }

    private static Arguments change(String name, String path, int status, Consumer<RequestsForUpdate> call) {
        return Arguments.of(name, path, status, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void whatChangesSomethingIsRepeatedUnderItsKeyWhenTheAnswerIsLost(
            String name, String path, int status, Consumer<RequestsForUpdate> change) {
        server.stubFor(post(path)
                .inScenario("lost")
                .willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE))
                .willSetStateTo("found"));
        server.stubFor(post(path)
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(shows(UpdateStage.PREVIEW).withStatus(status)));

        change.accept(updates);
        change.accept(updates);

        List<String> keys = sent.requests().stream()
                .map(request -> request.headers().get("Idempotency-Key"))
                .toList();
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.get(1)).as("the same request").isEqualTo(keys.get(0));
        assertThat(keys.get(2)).as("another request").isNotEqualTo(keys.get(0));
        assertThat(ports.sleeps).hasSize(1);
    }

    @Test
    void aCancellationIsRepeatedWhenItsAnswerIsLost() {
        server.stubFor(post(ONE + "/cancellation")
                .inScenario("lost")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("found"));
        server.stubFor(post(ONE + "/cancellation")
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(aResponse().withStatus(204)));

        updates.cancel(TICKET);

        assertThat(sent.requests()).hasSize(2);
    }

    @Test
    void readsARequestAgainAfterPassingTrouble() {
        server.stubFor(get(ONE).inScenario("down")
                .willReturn(Wire.problem(503, "InternalError", true))
                .willSetStateTo("up"));
        server.stubFor(get(ONE).inScenario("down").whenScenarioStateIs("up").willReturn(shows(UpdateStage.PREVIEW)));

        assertThat(updates.read(TICKET)).isEqualTo(UpdateAnswers.at(UpdateStage.PREVIEW));
        assertThat(ports.sleeps).hasSize(1);
    }

    @Test
    void readsWhatTheUpdateBrings() {
        UpdateContent content = new UpdateContent(
                List.of(new PackageChange("Contoso.A", Change.ADDED, null, FirmwareVersion.ZERO, "MainOS", 7)),
                List.of(),
                List.of());
        server.stubFor(get(ONE + "/content").willReturn(Wire.json(Json.write(ContentWire.toWire(content)))));

        assertThat(updates.content(TICKET)).isEqualTo(content);
    }

    @Test
    void listsPageByPage() {
        String query = ALL + "?state=InProcessOnTrack&type=Trial&device=D100%20ROW&operator=000-DE&limit=1";
        server.stubFor(get(query)
                .willReturn(Wire.json("{\"items\":[" + UpdateAnswers.json(UpdateAnswers.at(UpdateStage.PREVIEW))
                        + "],\"nextCursor\":\"a b\"}")));
        server.stubFor(get(query + "&cursor=a%20b").willReturn(Wire.json("{\"items\":[]}")));
        server.stubFor(get(ALL).willReturn(Wire.json("{\"items\":[]}")));
        RequestForUpdateFilter filter = RequestForUpdateFilter.all()
                .withState(UpdateState.IN_PROCESS_ON_TRACK)
                .withType(UpdateType.TRIAL)
                .withPhone("D100 ROW", "000-DE")
                .withLimit(1);

        RequestForUpdatePage first = updates.list(filter);

        assertThat(first).isEqualTo(new RequestForUpdatePage(List.of(UpdateAnswers.at(UpdateStage.PREVIEW)), "a b"));
        assertThat(updates.list(filter.withCursor(first.nextCursor())))
                .isEqualTo(new RequestForUpdatePage(List.of(), null));
        assertThat(updates.list().items()).isEmpty();
    }

    @Test
    void listsAllOfThemAndAsksForAPageWhenItComesToIt() {
        RequestForUpdateFilter filter =
                RequestForUpdateFilter.all().withType(UpdateType.TRIAL).withLimit(1);
        String query = ALL + "?type=Trial&limit=1";
        server.stubFor(get(query).willReturn(page(3, "second")));
        server.stubFor(get(query + "&cursor=second").willReturn(Wire.json("{\"items\":[],\"nextCursor\":\"third\"}")));
        server.stubFor(get(query + "&cursor=third").willReturn(page(2, "fourth")));
        server.stubFor(get(query + "&cursor=fourth").willReturn(page(1, null)));

        Iterator<RequestForUpdate> all = updates.listAll(filter).iterator();
        assertThat(sent.requests()).isEmpty();
        assertThat(all.next().number()).isEqualTo(3);
        assertThat(sent.requests()).hasSize(1);
        assertThat(all.next().number()).isEqualTo(2);
        assertThat(sent.requests()).hasSize(3);
        assertThat(all.next().number()).isEqualTo(1);
        assertThat(all.hasNext()).isFalse();
        assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
        assertThat(updates.listAll(filter.withCursor("third")).map(RequestForUpdate::number))
                .containsExactly(2L, 1L);
        assertThat(sent.requests()).hasSize(6);
    }

    private static ResponseDefinitionBuilder page(int number, @Nullable String nextCursor) {
        String item = UpdateAnswers.json(UpdateAnswers.at(UpdateStage.PREVIEW))
                .replace("\"number\":17", "\"number\":" + number);
        return Wire.json("{\"items\":[" + item + "]"
                + (nextCursor == null ? "" : ",\"nextCursor\":\"" + nextCursor + "\"") + "}");
    }

    @Test
    void refusesFiltersThatAskForNothing() {
        RequestForUpdateFilter all = RequestForUpdateFilter.all();

        assertThatThrownBy(() -> all.withState(UpdateState.FAILED_TO_RETRIEVE_STATUS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("FAILED_TO_RETRIEVE_STATUS is no state to ask for");
        assertThatThrownBy(() -> all.withState(UpdateState.UNRECOGNIZED))
                .hasMessage("UNRECOGNIZED is no state to ask for");
        assertThatThrownBy(() -> all.withType(UpdateType.UNRECOGNIZED))
                .hasMessage("UNRECOGNIZED is no type to ask for");
        assertThatThrownBy(() -> all.withLimit(0)).hasMessage("A page has at least 1 item, not 0");
    }

    static Stream<Arguments> namingATicket() {
        return Stream.of(
                call("read", updates -> updates.read(TICKET)),
                call("content", updates -> updates.content(TICKET)),
                call("approve", updates -> updates.approve(TICKET, ApprovalParty.OEM)),
                call("retry", updates -> updates.retry(TICKET)),
                call("cancel", updates -> updates.cancel(TICKET)));
    }

    private static Arguments call(String name, Consumer<RequestsForUpdate> call) {
        return Arguments.of(name, call);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("namingATicket")
    void aTicketThatTheAccountDoesNotHaveHasItsOwnException(String name, Consumer<RequestsForUpdate> call) {
        refuseEverything(404, "TicketDoesNotExist");

        assertThatThrownBy(() -> call.accept(updates)).isInstanceOf(TicketDoesNotExistException.class);
    }

    @ParameterizedTest
    @CsvSource({"409, AlreadyLive", "409, InvalidState", "403, NotTicketOwner"})
    void whatCannotBeCancelledIsRefusedWithItsReason(int status, String reason) {
        refuseEverything(status, reason);

        ServiceException refusal = catchThrowableOfType(ServiceException.class, () -> updates.cancel(TICKET));

        assertThat(refusal.reasonCode()).isEqualTo(reason);
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(sent.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatLacksItsFactsIsRefusedWithItsPath() {
        server.stubFor(get(ONE).willReturn(Wire.json("{\"ticketId\":\"T\",\"type\":\"Trial\"}")));

        assertThatThrownBy(() -> updates.read(TICKET))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + ONE
                        + " is not of the ingestion API: $.stage is missing");
    }

    @Test
    void aTicketTravelsAsOnePartOfThePath() {
        server.stubFor(get(ALL + "/bad%2Fticket%3F").willReturn(Wire.problem(404, "TicketDoesNotExist", false)));

        assertThatThrownBy(() -> updates.read(new RequestForUpdateTicket("bad/ticket?")))
                .isInstanceOf(TicketDoesNotExistException.class);
        assertThatThrownBy(() -> updates.cancel(new RequestForUpdateTicket("..")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a ticket: ..");
    }

    private void refuseEverything(int status, String reason) {
        server.stubFor(any(anyUrl()).willReturn(Wire.problem(status, reason, false)));
    }

    private List<String> bodies() {
        return sent.requests().stream().map(request -> request.body().utf8()).toList();
    }

    private static ResponseDefinitionBuilder shows(UpdateStage stage) {
        return Wire.json(UpdateAnswers.json(UpdateAnswers.at(stage)));
    }
}

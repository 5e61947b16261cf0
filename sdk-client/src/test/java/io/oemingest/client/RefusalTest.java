package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.core.format.Location;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    private final FakePorts ports = new FakePorts();
    private IngestionClient client;

    @BeforeEach
    void open() {
        client = Wire.client(server, ports).build();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "404, TicketDoesNotExist, TicketDoesNotExistException",
        "409, FirmwareSubmissionIsInProgress, FirmwareSubmissionInProgressException",
        "409, FirmwareSubmissionHasFailed, FirmwareSubmissionFailedException",
        "403, NotTicketOwner, ServiceException",
        "409, PendingManualIntervention, ServiceException"
    })
    void aDocumentedReasonHasItsOwnException(int status, String reason, String type) {
        refuseWith(Wire.problem(status, reason, false));

        ServiceException refusal = catchThrowableOfType(ServiceException.class, this::askForStatus);

        assertThat(refusal.getClass().getSimpleName()).isEqualTo(type);
        assertThat(refusal)
                .hasMessage("The service refused the request: Details of " + reason + ". (reason " + reason
                        + ", correlation id " + Wire.CORRELATION + ")");
        assertThat(refusal.status()).isEqualTo(status);
        assertThat(refusal.reason()).isEqualTo(ReasonCode.parseOrNull(reason));
        assertThat(refusal.details()).isEqualTo("Details of " + reason + ".");
        assertThat(refusal.correlationId()).isEqualTo(Wire.CORRELATION);
        assertThat(refusal.retryable()).isFalse();
        assertThat(refusal.findings()).isEmpty();
    }

    @Test
    void aReasonOfANewerServiceKeepsItsSpelling() {
        refuseWith(Wire.problem(409, "MoonPhase", false));

        ServiceException refusal = catchThrowableOfType(ServiceException.class, this::askForStatus);

        assertThat(refusal.reason()).isNull();
        assertThat(refusal.reasonCode()).isEqualTo("MoonPhase");
    }

    @Test
    void aRefusalCarriesEverythingThatTheProblemSays() {
        refuseWith(aResponse()
                .withStatus(422)
                .withHeader("Content-Type", "application/problem+json; charset=utf-8")
                .withHeader("Correlation-Id", Wire.CORRELATION)
                .withHeader("Retry-After", "60")
                .withBody("""
                        {"title":"Not acceptable","reason":"ValidationFailed","ticketId":"TKT-SIGN-TEST-AB12CD",
                         "permission":"PartialImage","retryable":true,"unheardOf":{"a":[1]},"findings":[
                          {"rule":"STD-01","severity":"Block","location":{"file":"a.spkg","line":3,"column":1},
                           "message":"Removes a package.","mend":"Leave it out.","colour":"red"},
                          {"rule":"STD-02","severity":"Fatal","location":{"file":"b.cab"},"message":"Odd.","mend":""}]}
                        """));

        ServiceException refusal = catchThrowableOfType(ServiceException.class, this::askForStatus);

        assertThat(refusal)
                .hasMessage("The service refused the request: Not acceptable (reason ValidationFailed,"
                        + " correlation id " + Wire.CORRELATION + ")");
        assertThat(refusal.ticketId()).isEqualTo("TKT-SIGN-TEST-AB12CD");
        assertThat(refusal.permission()).isEqualTo("PartialImage");
        assertThat(refusal.retryable()).isTrue();
        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofMinutes(1));
        assertThat(refusal.findings())
                .containsExactly(
                        new Finding(
                                RuleId.of("STD-01"),
                                Severity.BLOCK,
                                Location.ofLine("a.spkg", 3, 1),
                                "Removes a package.",
                                "Leave it out."),
                        new Finding(RuleId.of("STD-02"), Severity.WARN, Location.ofFile("b.cab"), "Odd.", ""));
    }

    @Test
    void findingsOfANewerFormDoNotHideTheRefusal() {
        refuseWith(aResponse()
                .withStatus(422)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"reason\":\"ValidationFailed\",\"findings\":[{\"rule\":\"RULE-NEW-1\"}]}"));

        assertThatThrownBy(this::askForStatus)
                .isInstanceOf(ServiceException.class)
                .hasMessage("The service refused the request: no details given (reason ValidationFailed)");
    }

    @ParameterizedTest
    @CsvSource({"403", "413"})
    void thePageOfAProxyIsToldFromARefusal(int status) {
        refuseWith(aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "text/html; charset=utf-8")
                .withBody("<html><body>" + "Forbidden by policy. ".repeat(20) + "</body></html>"));

        UnexpectedResponseException answer =
                catchThrowableOfType(UnexpectedResponseException.class, this::askForStatus);

        assertThat(answer)
                .hasMessage("The answer to GET " + server.baseUrl() + "/v1/submissions/" + Wire.TICKET
                        + " is not of the ingestion API: status " + status
                        + " with text/html; often a proxy with a size limit or a closed port (rule UPL-05)");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.excerpt()).hasSize(200).startsWith("<html><body>Forbidden by policy. Forbidden");
    }

    @Test
    void anotherServersProblemIsNotTakenForTheServices() {
        refuseWith(aResponse()
                .withStatus(404)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"type\":\"https://gateway.example/no-route\",\"title\":\"No route\",\"status\":404}"));

        assertThatThrownBy(this::askForStatus)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + "/v1/submissions/" + Wire.TICKET
                        + " is not of the ingestion API: status 404 with application/problem+json");
    }

    @Test
    void aSignInPageIsNotTakenForAnAnswer() {
        refuseWith(aResponse().withHeader("Content-Type", "text/html").withBody("<html>Sign in</html>"));

        assertThatThrownBy(this::askForStatus)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + "/v1/submissions/" + Wire.TICKET
                        + " is not of the ingestion API: status 200 with text/html");
    }

    @Test
    void aRedirectIsNotFollowed() {
        refuseWith(aResponse().withStatus(302).withHeader("Location", "https://elsewhere.example/"));

        assertThatThrownBy(this::askForStatus)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + "/v1/submissions/" + Wire.TICKET
                        + " is not of the ingestion API: status 302 without a body; redirects are not followed, name"
                        + " the service's own address");
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"Signing\"} | $.ticketId is missing",
                "{\"ticketId\":\" \",\"state\":\"Signing\"} | $.ticketId A ticket id must not be blank (rule GET-01)",
                "{\"ticketId\":\"T\"} | $.state is missing",
                "{\"ticketId\":\"T\",\"state\":\"Signed\",\"sha256\":\"00\"} | $.sha256 A SHA-256 digest has 32 bytes,"
                        + " this one has 1: 00"
            })
    void anAnswerThatLacksItsFactsIsRefusedWithItsPath(String body, String problem) {
        refuseWith(Wire.json(body));

        assertThatThrownBy(this::askForStatus)
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage("The answer to GET " + server.baseUrl() + "/v1/submissions/" + Wire.TICKET
                        + " is not of the ingestion API: " + problem);
    }

    @Test
    void aBusyServiceIsAskedAgainAfterTheTimeItWants() {
        server.stubFor(get(urlEqualTo("/v1/submissions/" + Wire.TICKET))
                .inScenario("busy")
                .willReturn(Wire.problem(429, "RateLimited", true).withHeader("Retry-After", "17"))
                .willSetStateTo("free"));
        server.stubFor(get(urlEqualTo("/v1/submissions/" + Wire.TICKET))
                .inScenario("busy")
                .whenScenarioStateIs("free")
                .willReturn(Wire.json(Wire.submission("Signed"))));

        assertThat(client.submissions()
                        .status(new SubmissionTicket(Wire.TICKET))
                        .state())
                .isEqualTo(SubmissionState.SIGNED);
        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void aGatewayThatStaysDownEndsTheAttempts() {
        refuseWith(aResponse()
                .withStatus(503)
                .withHeader("Content-Type", "text/html")
                .withBody("<html/>"));

        assertThatThrownBy(this::askForStatus).isInstanceOf(UnexpectedResponseException.class);
        server.verify(5, getRequestedFor(urlEqualTo("/v1/submissions/" + Wire.TICKET)));
        assertThat(ports.sleeps).hasSize(4).allMatch(sleep -> sleep.compareTo(Duration.ofSeconds(8)) <= 0);
    }

    @Test
    void aWishLongerThanThePolicyAllowsEndsTheCallAtOnce() {
        refuseWith(Wire.problem(503, "InternalError", true).withHeader("Retry-After", "3600"));

        ServiceException refusal = catchThrowableOfType(ServiceException.class, this::askForStatus);

        assertThat(refusal.retryAfter()).isEqualTo(Duration.ofHours(1));
        assertThat(ports.sleeps).isEmpty();
    }

    @Test
    void aFinalRefusalIsNotRepeated() {
        refuseWith(Wire.problem(500, "InternalError", false));

        assertThatThrownBy(this::askForStatus).isInstanceOf(ServiceException.class);
        server.verify(1, getRequestedFor(urlEqualTo("/v1/submissions/" + Wire.TICKET)));
    }

    @Test
    void aBlankTicketIsAnArgumentError() {
        assertThatThrownBy(() -> client.submissions().status(new SubmissionTicket(" ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A ticket id must not be blank (rule GET-01)");
    }

    @Test
    void aMalformedTicketTravelsAsOnePartOfThePath() {
        server.stubFor(get(urlEqualTo("/v1/submissions/bad%2Fticket%3F%20number"))
                .willReturn(Wire.problem(404, "TicketDoesNotExist", false)));

        assertThatThrownBy(() -> client.submissions().status(new SubmissionTicket("bad/ticket? number")))
                .isInstanceOf(TicketDoesNotExistException.class);
    }

    @Test
    void stepsInThePathAreNoTicket() {
        assertThatThrownBy(() -> client.submissions().status(new SubmissionTicket("..")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not a ticket: ..");
    }

    private void refuseWith(ResponseDefinitionBuilder answer) {
        server.stubFor(get(urlEqualTo("/v1/submissions/" + Wire.TICKET)).willReturn(answer));
    }

    private void askForStatus() {
        client.submissions().status(new SubmissionTicket(Wire.TICKET));
    }
}

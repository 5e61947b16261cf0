package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.client.SigningOutcome.Failed;
import io.oemingest.client.SigningOutcome.Signed;
import io.oemingest.client.SigningOutcome.StillRunning;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.validation.ValidationReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AwaitTest {
    private static final SubmissionTicket TICKET = new SubmissionTicket(Wire.TICKET);
    private static final String ADDRESS = "/v1/submissions/" + Wire.TICKET;

    @RegisterExtension
    private final WireMockExtension server = Wire.server();

    private final FakePorts ports = new FakePorts();
    private IngestionClient client;
    private AnswerSeries looks;

    @BeforeEach
    void open() {
        client = Wire.client(server, ports).build();
        looks = new AnswerSeries(server, ADDRESS);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void waitsUntilTheSubmissionIsSigned() {
        looks.add(Wire.json(Wire.submission("Validating"))
                .withHeader("ETag", "\"1\"")
                .withHeader("Retry-After", "5"));
        looks.add(aResponse().withStatus(304).withHeader("Retry-After", "5"));
        looks.add(Wire.json(Wire.submission("Signed")).withHeader("ETag", "\"2\""));

        SigningOutcome outcome = client.submissions().await(TICKET, Duration.ofMinutes(2));

        assertThat(outcome).isInstanceOf(Signed.class);
        assertThat(outcome.status().state()).isEqualTo(SubmissionState.SIGNED);
        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        server.verify(3, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("Prefer", equalTo("wait=30")));
        server.verify(2, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("If-None-Match", equalTo("\"1\"")));
    }

    @Test
    void tellsWhyASubmissionFailed() {
        looks.add(Wire.json("{\"ticketId\":\"" + Wire.TICKET + "\",\"state\":\"Failed\","
                + "\"failure\":{\"reason\":\"ValidationFailed\",\"detail\":\"Two findings block.\"}}"));

        SigningOutcome outcome = client.submissions().await(TICKET, Duration.ofMinutes(2));

        assertThat(outcome).isInstanceOf(Failed.class);
        assertThat(outcome.status().failure())
                .isEqualTo(new SubmissionStatus.Failure("ValidationFailed", "Two findings block."));
    }

    @Test
    void anEndedWaitIsAValueThatShowsManualIntervention() {
        looks.add(Wire.json(Wire.submission("PendingManualIntervention")).withHeader("Retry-After", "1800"));

        SigningOutcome outcome = client.submissions().await(TICKET, Duration.ofMinutes(5));

        assertThat(outcome).isInstanceOfSatisfying(StillRunning.class, running -> {
            assertThat(running.isPendingManualIntervention()).isTrue();
            assertThat(running.askAgainAfter()).isEqualTo(Duration.ofMinutes(30));
        });
        assertThat(ports.sleeps).isEmpty();
    }

    @Test
    void neverAsksSoonerThanTheServiceWishes() {
        looks.add(Wire.json(Wire.submission("Signing")).withHeader("Retry-After", "1800"));
        looks.add(Wire.json(Wire.submission("Signing")).withHeader("Retry-After", "1800"));

        SigningOutcome outcome = client.submissions().await(TICKET, Duration.ofMinutes(45));

        assertThat(outcome).isInstanceOf(StillRunning.class);
        assertThat(ports.sleeps).containsExactly(Duration.ofMinutes(30));
    }

    @Test
    void asksAgainAtOnceAfterTheServiceItselfHasWaited() {
        looks.add(Wire.json(Wire.submission("Signing")).withHeader("Preference-Applied", "wait=30"));
        looks.add(Wire.json(Wire.submission("Signed")));

        assertThat(client.submissions().await(TICKET, Duration.ofMinutes(5))).isInstanceOf(Signed.class);
        assertThat(ports.sleeps).containsExactly(Duration.ZERO);
    }

    @Test
    void pausesByItselfWhenTheServiceSaysNothing() {
        looks.add(Wire.json(Wire.submission("Signing")));
        looks.add(Wire.json(Wire.submission("Signing")));

        SigningOutcome outcome = client.submissions().await(TICKET, Duration.ofSeconds(40));

        assertThat(((StillRunning) outcome).askAgainAfter()).isNull();
        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(30));
        server.verify(1, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("Prefer", equalTo("wait=10")));
    }

    @Test
    void looksOnceWhenThereIsNoTime() {
        looks.add(Wire.json(Wire.submission("Received")));

        assertThat(client.submissions().await(TICKET, Duration.ZERO)).isInstanceOf(StillRunning.class);
        server.verify(1, getRequestedFor(urlEqualTo(ADDRESS)).withoutHeader("Prefer"));
    }

    @Test
    void takesForeverAsALongTime() {
        looks.add(Wire.json(Wire.submission("Signed")));

        assertThat(client.submissions().await(TICKET, Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(Signed.class);
    }

    @Test
    void aStateOfANewerServiceIsNotFinal() {
        looks.add(Wire.json("{\"ticketId\":\"" + Wire.TICKET + "\",\"state\":\"Polishing\",\"mood\":\"good\"}"));

        SubmissionStatus status =
                client.submissions().await(TICKET, Duration.ZERO).status();

        assertThat(status.state()).isEqualTo(SubmissionState.UNRECOGNIZED);
        assertThat(status.rawState()).isEqualTo("Polishing");
    }

    @Test
    void livesThroughAServiceThatIsAwayForAMoment() {
        looks.add(Wire.json(Wire.submission("Signing"))
                .withHeader("ETag", "\"1\"")
                .withHeader("Retry-After", "10"));
        looks.add(aResponse()
                .withStatus(502)
                .withHeader("Content-Type", "text/html")
                .withBody("<html/>"));
        looks.add(Wire.json(Wire.submission("Signed")));

        assertThat(client.submissions().await(TICKET, Duration.ofMinutes(5))).isInstanceOf(Signed.class);
        assertThat(ports.sleeps).hasSize(2).startsWith(Duration.ofSeconds(10));
    }

    @Test
    void anInterruptWhileSleepingEndsTheWait() {
        looks.add(Wire.json(Wire.submission("Signing")).withHeader("Retry-After", "10"));
        ClientPorts interrupting = new ClientPorts(
                () -> ports.now,
                time -> {
                    throw new InterruptedException();
                },
                ports.ports().random());
        try (IngestionClient other = client.newBuilder().ports(interrupting).build()) {
            assertThatThrownBy(() -> other.submissions().await(TICKET, Duration.ofMinutes(5)))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("Interrupted while waiting for the signing of " + Wire.TICKET);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void readsEverythingThatTheServiceTells() {
        looks.add(Wire.json("""
                {"ticketId":"TKT-SIGN-TEST-AB12CD","state":"Signed","step":"Signing","message":"Done.",
                 "type":"PartialImage","sha256":"%s","created":"2026-11-22T06:00:00Z","changed":"2026-11-22T06:01:00Z",
                 "warnings":[],"history":[]}
                """.formatted("ab".repeat(32))));

        assertThat(client.submissions().status(TICKET))
                .isEqualTo(new SubmissionStatus(
                        TICKET,
                        SubmissionState.SIGNED,
                        "Signed",
                        "Signing",
                        "Done.",
                        "PartialImage",
                        new Digest(DigestAlgorithm.SHA256, "ab".repeat(32)),
                        Instant.parse("2026-11-22T06:00:00Z"),
                        Instant.parse("2026-11-22T06:01:00Z"),
                        null,
                        List.of()));
    }

    @Test
    void readsTheValidationReport() {
        server.stubFor(get(ADDRESS + "/validation-report")
                .willReturn(Wire.json(
                        "{\"acceptable\":true,\"findings\":[],\"skipped\":[],\"ruleFailures\":[],\"tool\":\"x\"}")));

        assertThat(client.submissions().validationReport(TICKET))
                .isEqualTo(new ValidationReport(List.of(), List.of(), List.of()));
    }

    @Test
    void listsPageByPage() {
        server.stubFor(get("/v1/submissions?state=Failed&type=PartialImage&limit=1")
                .willReturn(Wire.json("{\"items\":[" + Wire.submission("Failed") + "],\"nextCursor\":\"a b\"}")));
        server.stubFor(get("/v1/submissions?state=Failed&type=PartialImage&limit=1&cursor=a%20b")
                .willReturn(Wire.json("{\"items\":[]}")));
        server.stubFor(get("/v1/submissions").willReturn(Wire.json("{\"items\":[]}")));
        SubmissionFilter filter = SubmissionFilter.all()
                .withState(SubmissionState.FAILED)
                .withType(SubmissionType.PARTIAL_IMAGE)
                .withLimit(1);

        SubmissionPage first = client.submissions().list(filter);
        SubmissionPage last = client.submissions().list(filter.withCursor(first.nextCursor()));

        assertThat(first.items()).extracting(SubmissionStatus::ticket).containsExactly(TICKET);
        assertThat(last).isEqualTo(new SubmissionPage(List.of(), null));
        assertThat(client.submissions().list().items()).isEmpty();
    }

    @Test
    void refusesFiltersThatAskForNothing() {
        assertThatThrownBy(() -> SubmissionFilter.all().withState(SubmissionState.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("UNRECOGNIZED is no state to ask for");
        assertThatThrownBy(() -> SubmissionFilter.all().withLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A page has at least 1 item, not 0");
    }

    @Test
    void anAnswerMayTakeLongerByTheTimeThatTheServiceWasAskedToWait() {
        looks.add(Wire.json(Wire.submission("Signed")).withFixedDelay(400));
        try (IngestionClient hurried = client.newBuilder()
                .responseTimeout(Duration.ofMillis(100))
                .retry(RetryPolicy.none())
                .build()) {
            assertThat(hurried.submissions().await(TICKET, Duration.ofSeconds(20)))
                    .isInstanceOf(Signed.class);
        }
    }
}

package io.oemingest.client;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.oemingest.client.UpdateOutcome.Failed;
import io.oemingest.client.UpdateOutcome.Reached;
import io.oemingest.client.UpdateOutcome.StillRunning;
import io.oemingest.core.update.UpdateStage;
import io.oemingest.core.update.UpdateState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Waiting for an update, as long as it takes and no longer. */
class AwaitUpdateTest {
    private static final String ADDRESS = "/v1/requests-for-update/" + UpdateAnswers.TICKET;

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
    void waitsUntilTheUpdateIsLive() {
        looks.add(shows(UpdateStage.GENERATING).withHeader("ETag", "\"1\"").withHeader("Retry-After", "5"));
        looks.add(aResponse().withStatus(304).withHeader("Retry-After", "5"));
        looks.add(shows(UpdateStage.LIVE));

        assertThat(await(Duration.ofMinutes(2))).isEqualTo(new Reached(UpdateAnswers.at(UpdateStage.LIVE)));
        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(5), Duration.ofSeconds(5));
        server.verify(1, getRequestedFor(urlEqualTo(ADDRESS)).withoutHeader("Prefer"));
        server.verify(2, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("Prefer", equalTo("wait=30")));
        server.verify(2, getRequestedFor(urlEqualTo(ADDRESS)).withHeader("If-None-Match", equalTo("\"1\"")));
    }

    @Test
    void aStatusThatCouldNotBeRetrievedIsWaitedThrough() {
        looks.add(shows(UpdateStage.PREVIEW, UpdateState.FAILED_TO_RETRIEVE_STATUS)
                .withHeader("Retry-After", "5"));
        looks.add(shows(UpdateStage.PREVIEW));

        assertThat(client.requestsForUpdate().await(UpdateAnswers.TICKET, UpdateStage.PREVIEW, Duration.ofMinutes(2)))
                .isEqualTo(new Reached(UpdateAnswers.at(UpdateStage.PREVIEW)));
        assertThat(ports.sleeps).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void anEndedWaitIsAValueThatShowsAStatusThatCouldNotBeRetrieved() {
        looks.add(shows(UpdateStage.ACCEPTED, UpdateState.FAILED_TO_RETRIEVE_STATUS)
                .withHeader("Retry-After", "1800"));

        assertThat(await(Duration.ofMinutes(5))).isInstanceOfSatisfying(StillRunning.class, running -> {
            assertThat(running.isStatusUnavailable()).isTrue();
            assertThat(running.askAgainAfter()).isEqualTo(Duration.ofMinutes(30));
        });
        assertThat(ports.sleeps).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACCEPTED, ACCEPTED, Reached",
        "ACCEPTED, GENERATING, Reached",
        "GENERATING, ACCEPTED, StillRunning",
        "PREVIEW, GENERATING, StillRunning",
        "PREVIEW, PREVIEW, Reached",
        "PREVIEW, APPROVED, Reached",
        "PREVIEW, LIVE, Reached",
        "APPROVED, PREVIEW, StillRunning",
        "APPROVED, TRIAL_PUBLISHED, Reached",
        "LIVE, APPROVED, StillRunning",
        "LIVE, LIVE, Reached",
        "LIVE, TRIAL_PUBLISHED, Reached",
        "PREVIEW, GENERATION_FAILED, Failed",
        "LIVE, GENERATION_FAILED, Failed",
        "PREVIEW, GIVEN_UP, Failed",
        "PREVIEW, CANCELLED, Failed",
        "PREVIEW, WITHDRAWN, Failed"
    })
    void comesToAnEndWithTheStageOrWithoutAnyProspectOfIt(UpdateStage wanted, UpdateStage found, String outcome) {
        looks.add(shows(found));

        UpdateOutcome seen = client.requestsForUpdate().await(UpdateAnswers.TICKET, wanted, Duration.ZERO);

        assertThat(seen.getClass().getSimpleName()).isEqualTo(outcome);
        assertThat(seen.request()).isEqualTo(UpdateAnswers.at(found));
    }

    @ParameterizedTest
    @CsvSource({"GENERATION_FAILED, true", "GIVEN_UP, false", "CANCELLED, false"})
    void tellsWhetherAFailureCanBeRetried(UpdateStage found, boolean retriable) {
        looks.add(shows(found));

        assertThat(await(Duration.ofMinutes(5)))
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.canBeRetried()).isEqualTo(retriable));
        assertThat(ports.sleeps).isEmpty();
    }

    @Test
    void aStageOfANewerServiceIsNoEnd() {
        looks.add(Wire.json(
                UpdateAnswers.json(UpdateAnswers.at(UpdateStage.PREVIEW)).replace("\"Preview\"", "\"Polishing\"")));

        assertThat(client.requestsForUpdate().await(UpdateAnswers.TICKET, UpdateStage.ACCEPTED, Duration.ZERO))
                .isInstanceOfSatisfying(StillRunning.class, running -> {
                    assertThat(running.request().stageWord()).isEqualTo("Polishing");
                    assertThat(running.isStatusUnavailable()).isFalse();
                    assertThat(running.askAgainAfter()).isNull();
                });
    }

    @ParameterizedTest
    @EnumSource(names = {"GENERATION_FAILED", "TRIAL_PUBLISHED", "GIVEN_UP", "CANCELLED", "WITHDRAWN", "UNRECOGNIZED"})
    void refusesToWaitForWhatIsNotOnTheWay(UpdateStage stage) {
        assertThatThrownBy(() -> client.requestsForUpdate().await(UpdateAnswers.TICKET, stage, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(stage + " is no stage on the way to phones");
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    @Test
    void anInterruptWhileSleepingEndsTheWait() {
        looks.add(shows(UpdateStage.PREVIEW).withHeader("Retry-After", "10"));
        ClientPorts interrupting = new ClientPorts(
                () -> ports.now,
                time -> {
                    throw new InterruptedException();
                },
                ports.ports().random());
        try (IngestionClient other = client.newBuilder().ports(interrupting).build()) {
            assertThatThrownBy(() -> other.requestsForUpdate().await(UpdateAnswers.TICKET, Duration.ofMinutes(5)))
                    .isInstanceOf(CallInterruptedException.class)
                    .hasMessage("Interrupted while waiting for the update of " + UpdateAnswers.TICKET);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private UpdateOutcome await(Duration atMost) {
        return client.requestsForUpdate().await(UpdateAnswers.TICKET, atMost);
    }

    private static ResponseDefinitionBuilder shows(UpdateStage stage) {
        return shows(stage, stage.state());
    }

    private static ResponseDefinitionBuilder shows(UpdateStage stage, UpdateState state) {
        return Wire.json(UpdateAnswers.json(UpdateAnswers.at(stage, state)));
    }
}

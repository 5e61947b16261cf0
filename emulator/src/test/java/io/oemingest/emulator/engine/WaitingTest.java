package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WaitingTest {
    private static final Account CONTOSO = EngineFixture.CONTOSO;
    private static final String TICKET = "TKT-SIGN-TEST-TEST01";
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private EngineFixture fixture;
    private IngestionEngine engine;

    @BeforeEach
    void submit() throws Exception {
        fixture = new EngineFixture(folder.resolve("data"));
        engine = fixture.engine;
        fixture.submitted(CONTOSO, new TestArchives(folder).contextFree("Display"));
    }

    @AfterEach
    void stop() {
        other.shutdownNow();
    }

    @Test
    void answersAtOnceWhenTheCallerDoesNotKnowThePresentState() throws Refusal {
        assertThat(engine.awaitChange(CONTOSO, TICKET, 0, LONG).state()).isEqualTo(SubmissionState.RECEIVED);
    }

    @Test
    void answersAsSoonAsTheStateChanges() throws Exception {
        Future<Submission> answer = waiting(1);
        fixture.queue.runAll();
        assertThat(answer.get().revision()).isGreaterThan(1);
    }

    @Test
    void answersWithThePresentStateWhenTheTimeIsOver() throws Refusal {
        assertThat(engine.awaitChange(CONTOSO, TICKET, 1, Duration.ofMillis(20)).revision())
                .isEqualTo(1);
    }

    @Test
    void neverWaitsForAChangeOfAFinalState() throws Refusal {
        fixture.queue.runAll();
        Submission signed = engine.submission(CONTOSO, TICKET);
        assertThat(engine.awaitChange(CONTOSO, TICKET, signed.revision(), LONG)).isEqualTo(signed);
    }

    @Test
    void letsEverybodyGoWhenTheServiceCloses() throws Exception {
        Future<Submission> answer = waiting(1);
        engine.close();
        assertThat(answer.get().state()).isEqualTo(SubmissionState.RECEIVED);
    }

    @Test
    void letsAnInterruptedCallerGoAndKeepsTheInterruption() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Boolean> interrupted = other.submit(() -> {
            begun.countDown();
            engine.awaitChange(CONTOSO, TICKET, 1, LONG);
            return Thread.currentThread().isInterrupted();
        });
        begun.await();
        other.shutdownNow();
        assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesToWaitForWhatIsNotTheCallers() {
        assertThat(Refused.by(() -> engine.awaitChange(EngineFixture.FABRIKAM, TICKET, 1, LONG))
                        .reason())
                .isEqualTo(ReasonCode.NOT_TICKET_OWNER);
    }

    private Future<Submission> waiting(int knownRevision) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Future<Submission> answer = other.submit(() -> {
            begun.countDown();
            return engine.awaitChange(CONTOSO, TICKET, knownRevision, LONG);
        });
        begun.await();
        return answer;
    }
}

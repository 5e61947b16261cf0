package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.Refusal;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class IdempotencyMemoryTest {
    private final IdempotencyMemory memory = new IdempotencyMemory();
    private final AtomicInteger runs = new AtomicInteger();

    private Answer once(String key) throws Exception {
        return memory.once(key, "same", () -> Answer.empty(200).with("Run", Integer.toString(runs.incrementAndGet())));
    }

    @Test
    void doesTheWorkOnceForEachKey() throws Exception {
        assertThat(once("a").header("Run")).isEqualTo("1");
        assertThat(once("a").header("Run")).isEqualTo("1");
        assertThat(once("b").header("Run")).isEqualTo("2");
    }

    @Test
    void refusesASecondRequestWhileTheFirstIsBeingWorkedOn() throws Exception {
        memory.once("a", "same", () -> {
            assertThatThrownBy(() -> once("a")).isInstanceOfSatisfying(HttpRefusal.class, refusal -> {
                assertThat(refusal.status()).isEqualTo(409);
                assertThat(refusal.reason()).isEqualTo(ReasonCode.INVALID_STATE);
                assertThat(refusal.headers()).containsEntry("Retry-After", "1");
            });
            return Answer.empty(200);
        });
        assertThat(runs).hasValue(0);
    }

    @Test
    void triesAgainAfterAFailureOfTheService() throws Exception {
        assertThatThrownBy(() -> memory.once("a", "same", () -> {
                    throw new IOException("disk full");
                }))
                .isInstanceOf(IOException.class);

        assertThat(once("a").header("Run")).isEqualTo("1");
    }

    @Test
    void repeatsAJudgementButNotAStateThatMayPass() throws Exception {
        refuse("judged", ReasonCode.ARCHIVE_INVALID);
        refuse("passing", ReasonCode.UPLOAD_INCOMPLETE);

        assertThatThrownBy(() -> once("judged")).isInstanceOf(Refusal.class);
        assertThat(once("passing").header("Run")).isEqualTo("1");
    }

    private void refuse(String key, ReasonCode reason) {
        assertThatThrownBy(() -> memory.once(key, "same", () -> {
                    throw new Refusal(reason, "No.");
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void forgetsTheOldestKeysFirst() throws Exception {
        for (int i = 0; i <= 1000; i++) {
            once("key-" + i);
        }

        assertThat(once("key-1000").header("Run")).isEqualTo("1001");
        assertThat(once("key-0").header("Run")).isEqualTo("1002");
    }
}

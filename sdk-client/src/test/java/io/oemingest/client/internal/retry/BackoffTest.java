package io.oemingest.client.internal.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesUpToTheLongestDelayAndTakesHalfAwayAtMost() {
        assertThat(delays(() -> 0)).extracting(Duration::toMillis).containsExactly(250L, 500L, 1000L, 1500L, 1500L);
        assertThat(delays(() -> -1L >>> 1 << 1))
                .extracting(delay -> Math.round(delay.toNanos() / 1e6))
                .containsExactly(500L, 1000L, 2000L, 3000L, 3000L);
    }

    @Test
    void staysInBoundsForAnyChanceAndNumberOfFailures() {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(30), new SplittableRandom(1));
        assertThat(IntStream.rangeClosed(1, 500).mapToObj(backoff::after))
                .allMatch(delay -> delay.toMillis() >= 250 && delay.toSeconds() <= 30);
    }

    private static List<Duration> delays(RandomGenerator random) {
        Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(3), random);
        return IntStream.rangeClosed(1, 5).mapToObj(backoff::after).toList();
    }
}

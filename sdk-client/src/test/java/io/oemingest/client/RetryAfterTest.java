package io.oemingest.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-11-22T06:16:00Z");

    @Test
    void readsSeconds() {
        assertThat(RetryAfter.parse("1800", NOW)).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void readsADateAsTheTimeUntilThen() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 06:17:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(90));
    }

    @Test
    void readsADateOfThePastAsNow() {
        assertThat(RetryAfter.parse("Sun, 22 Nov 2026 06:15:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "soon", "1.5", "99999999999"})
    void ignoresWhatIsNeither(String header) {
        assertThat(RetryAfter.parse(header, NOW)).isNull();
    }

    @Test
    void ignoresAnAbsentHeader() {
        assertThat(RetryAfter.parse(null, NOW)).isNull();
    }
}

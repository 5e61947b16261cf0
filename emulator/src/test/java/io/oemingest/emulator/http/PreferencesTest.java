package io.oemingest.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @ParameterizedTest
    @CsvSource({
        "wait=10,10",
        "WAIT = 10,10",
        "wait=\"10\",10",
        "wait=0,0",
        "'respond-async, wait=10',10",
        "'wait=10;foo=1, other',10",
        "wait=61,60",
        "wait=999999999,60",
    })
    void readsHowLongTheClientWouldWait(String prefer, int seconds) {
        assertThat(Preferences.wait(prefer, LONGEST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "respond-async", "await=10", "wait", "wait=", "wait=-1", "wait=1.5", "wait=9999999999"})
    void ignoresEverythingElse(String prefer) {
        assertThat(Preferences.wait(prefer, LONGEST)).isNull();
    }

    @Test
    void waitsForNobodyWhoSaysNothing() {
        assertThat(Preferences.wait(null, LONGEST)).isNull();
    }
}

package io.oemingest.core.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TerminalTextTest {
    @Test
    void leavesTextForPeopleAlone() {
        assertThat(TerminalText.safe("Zürich \\u0041 \"ok\" 日本 \uD83D\uDCF1"))
                .isEqualTo("Zürich \\u0041 \"ok\" 日本 \uD83D\uDCF1");
    }

    @Test
    void makesVisibleWhatSteersOrReorders() {
        assertThat(TerminalText.safe("\u0000\t\r\n\u001b\u007f\u0085\u009b\u00ad\u200e\u202e\u2028\u2029\ud800"))
                .isEqualTo("\\u0000\\u0009\\u000d\\u000a\\u001b\\u007f\\u0085\\u009b\\u00ad\\u200e\\u202e\\u2028\\u2029"
                        + "\\ud800");
    }
}

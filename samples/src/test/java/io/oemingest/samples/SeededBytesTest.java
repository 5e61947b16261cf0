package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeededBytesTest {
    private final SeededBytes bytes = new SeededBytes("some.dat", 1000, 7);

    @ParameterizedTest
    @CsvSource({"0, 1000", "0, 1", "7, 2", "8, 8", "13, 500", "999, 1"})
    void givesTheSameBytesWhereverReadingBegins(int offset, int length) throws IOException {
        byte[] whole = bytes.readAll(1000);
        byte[] part = new byte[length];

        assertThat(bytes.read(offset, part, 0, length)).isEqualTo(length);
        assertThat(part).isEqualTo(Arrays.copyOfRange(whole, offset, offset + length));
    }

    @ParameterizedTest
    @CsvSource({"1000, -1", "990, 10"})
    void endsWhereItsSizeSays(int offset, int expected) {
        assertThat(bytes.read(offset, new byte[64], 0, 64)).isEqualTo(expected);
    }
}

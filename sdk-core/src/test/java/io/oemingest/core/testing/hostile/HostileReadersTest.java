package io.oemingest.core.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The good files are good, or else nothing is learnt from spoiling them. */
class HostileReadersTest {
    static List<HostileReader> readers() {
        return HostileReaders.all();
    }

    @Test
    void everyReaderHasANameOfItsOwn() {
        assertThat(readers()).extracting(HostileReader::name).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void acceptsItsFixturesAndRefusesNothingAtAll(HostileReader reader) throws IOException {
        for (byte[] fixture : reader.makeFixtures()) {
            assertThat(reader.accepts(fixture)).isTrue();
        }
        assertThat(reader.accepts(new byte[0])).isFalse();
    }
}

package io.oemingest.core.format.ffu;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Damaged images are read or refused; nothing else may happen. */
class FfuMutationTest {
    private static final int[] CHANGES = {1, 100};

    static Stream<byte[]> images() {
        return Stream.of(
                TestFfu.v1().validations(2).build(),
                TestFfu.v1().targets(2).build(),
                TestFfu.packed(3).build(),
                TestFfu.v2(2).build());
    }

    @ParameterizedTest
    @MethodSource("images")
    void survivesAChangeOfAnyByteAndFindsItByHash(byte[] image) throws IOException {
        FfuImage whole = FfuImage.read(ByteSource.of("a.ffu", image), FormatLimits.defaults());
        int refused = 0;
        for (int at = 0; at < whole.payloadOffset(); at++) {
            for (int change : CHANGES) {
                byte[] mutant = image.clone();
                mutant[at] += (byte) change;
                boolean accepted = readOrRefuse(mutant);
                assertThat(accepted && at >= whole.imageHeaderOffset()).isFalse();
                refused += accepted ? 0 : 1;
            }
        }
        assertThat(refused).isPositive();
    }

    private static boolean readOrRefuse(byte[] bytes) throws IOException {
        try {
            FfuImage image = FfuImage.read(ByteSource.of("a.ffu", bytes), FormatLimits.defaults());
            for (FfuStore store : image.stores()) {
                store.forEachDescriptor(descriptor -> {});
            }
            image.verifyChunks(ProgressListener.NONE);
            return true;
        } catch (MalformedFileException e) {
            assertThat(e.location().file()).isEqualTo("a.ffu");
            return false;
        }
    }
}

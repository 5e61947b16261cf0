package io.oemingest.core.format.ffu;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any descriptors come back as they were written. */
class FfuDescriptorsTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void readsAnyDescriptorsAgain(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        List<TestFfu> images = List.of(TestFfu.v1(), TestFfu.v2(1 + random.nextInt(4)), TestFfu.packed(0));
        TestFfu test = images.get(random.nextInt(images.size()));
        List<WriteDescriptor> descriptors = new ArrayList<>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            descriptors.add(descriptor(random));
        }
        byte[] bytes = test.descriptors(descriptors)
                .validations(random.nextInt(5))
                .targets(random.nextInt(4))
                .build();

        FfuImage image = FfuImage.read(ByteSource.of("a.ffu", bytes), FormatLimits.defaults());

        long blocks =
                descriptors.stream().mapToLong(WriteDescriptor::blockCount).sum();
        for (FfuStore store : image.stores()) {
            List<WriteDescriptor> read = new ArrayList<>();
            store.forEachDescriptor(read::add);
            assertThat(read).isEqualTo(descriptors);
            assertThat(store.blockCount()).isEqualTo(blocks);
            assertThat(store.phases())
                    .containsExactly(new BlockRange(0, 0), new BlockRange(0, 0), new BlockRange(0, blocks));
        }
        assertThat(image.verifyChunks(ProgressListener.NONE))
                .isEqualTo(new ChunkVerification(image.hashTable().size() / 32, 0));
    }

    private static WriteDescriptor descriptor(SplittableRandom random) {
        List<BlockLocation> locations = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            locations.add(new BlockLocation(random.nextBoolean(), random.nextLong(0x1_0000_0000L)));
        }
        long blocks = 1 + random.nextInt(4);
        return new WriteDescriptor(blocks, blocks * TestFfu.CHUNK, locations);
    }
}

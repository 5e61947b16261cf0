package io.oemingest.core.testing.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spoiled files of every format are read or refused; nothing else may happen. */
class MutationTest {
    /** Readers of texts and bare streams that do not say how long they are. */
    private static final Set<String> WITHOUT_AN_END = Set.of(
            "mszip",
            "lzx",
            "ffu-manifest",
            "registry",
            "registry-append",
            "platform-config",
            "component-manifest",
            "inspect");

    /** Bytes that nothing asks for: behind the sections of an image, to fill up a signature, the line feed of a text. */
    private static final Map<String, Integer> SPARE =
            Map.of("pe", 3, "signature", 14, "submission-json", 1, "signed-json", 1, "receipt", 1);

    /** So many bytes of fixtures are changed in every way, and so many in one way; the fuzzer's sweep changes all of all. */
    private static final int SMALL = 2_100;

    private static final int MANY = 2_500;

    /** They compute signatures, and every byte of what they judge is changed in tests of their own. */
    private static final Set<String> VERIFIERS =
            Set.of("signature", "detached-signature", "signed-cabinet", "signed-package", "signed-archive");

    private static final int FEW = 500;

    static List<HostileReader> readers() {
        return HostileReaders.all();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyChangeOfOneByteIsReadOrRefused(HostileReader reader) {
        Mutations mutations = new Mutations(reader);
        List<byte[]> fixtures = reader.makeFixtures();
        int bytes = fixtures.stream().mapToInt(each -> each.length).sum();
        for (byte[] fixture : fixtures) {
            if (bytes <= SMALL && !VERIFIERS.contains(reader.name())) {
                mutations.changeEveryByte(fixture);
            } else {
                mutations.changeByteAfterByte(fixture, 1 + bytes / (VERIFIERS.contains(reader.name()) ? FEW : MANY));
            }
        }
        assertThat(mutations.refused()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("readers")
    void everyTruncationIsRefused(HostileReader reader) {
        Mutations mutations = new Mutations(reader);
        List<byte[]> fixtures = reader.makeFixtures();
        int bytes = fixtures.stream().mapToInt(each -> each.length).sum();
        // What all readers together do is seen at each of them.
        int step = reader.name().equals("inspect") ? 1 + bytes / MANY : 1;
        fixtures.forEach(fixture -> mutations.truncate(fixture, step));
        assertThat(mutations.refused()).isPositive();
        if (!WITHOUT_AN_END.contains(reader.name())) {
            assertThat(mutations.accepted()).isLessThanOrEqualTo(SPARE.getOrDefault(reader.name(), 0));
        }
    }

    @ParameterizedTest
    @MethodSource("readers")
    void manyChangesAtOnceAreReadOrRefused(HostileReader reader) {
        Mutations mutations = new Mutations(reader);
        List<byte[]> fixtures = reader.makeFixtures();
        fixtures.forEach(fixture -> mutations.changeSeveralBytes(fixture, 100 / fixtures.size()));
        assertThat(mutations.refused()).isPositive();
    }
}

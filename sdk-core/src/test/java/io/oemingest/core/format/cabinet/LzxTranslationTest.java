package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Kind;
import io.oemingest.core.format.cabinet.LzxTestEncoder.Segment;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.testing.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of x86 code, translated and back, up to the first GiB and not beyond. */
class LzxTranslationTest {
    private static final int FRAME = DataBlock.MAX_UNPACKED;
    private static final long LAST = 0x4000_0000L;
    /** Frames of zeros after which the packer repeats itself. */
    private static final int STEADY = 4;

    private static final int SIZE = LzxTranslation.USUAL_SIZE;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        // distance, target as packed: for a call at byte 100,000 of a program of 12,000,000 bytes
        "0, 100000",
        "-100000, 0",
        "-100001, -100001",
        "11899999, 11999999",
        "11900000, -100000",
        "11999999, -1",
        "12000000, 12000000",
        "2147483647, 2147483647",
        "-2147483648, -2147483648"
    })
    void turnsDistancesIntoTargetsWhereTheyLieInTheProgram(int distance, int target) {
        byte[] frame = new byte[FRAME];
        int at = 100_000 - 3 * FRAME;
        frame[at] = (byte) 0xE8;
        LittleEndian.putInt(frame, at + 1, distance);
        LzxTranslation there = new LzxTranslation(SIZE);
        there.apply(frame, FRAME, 3L * FRAME);
        assertThat(LittleEndian.getInt(there.bytes(), at + 1)).isEqualTo(target);
        LzxTranslation back = new LzxTranslation(SIZE);
        back.undo(there.bytes(), 0, FRAME, 3L * FRAME);
        assertThat(back.bytes()).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, FRAME, LAST - FRAME, LAST, LAST + FRAME, 65_534L * FRAME})
    void givesBackEveryFrameWhereverItLies(long place) {
        byte[] frame = calls(new Random(place), FRAME);
        LzxTranslation there = new LzxTranslation(SIZE);
        there.apply(frame, FRAME, place);
        boolean changed = !Arrays.equals(frame, there.bytes());
        assertThat(changed).isEqualTo(place < LAST);
        LzxTranslation back = new LzxTranslation(SIZE);
        back.undo(there.bytes(), there.start(), FRAME, place);
        assertThat(back.bytes()).isEqualTo(frame);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 15, 32})
    void givesBackShortFramesAndLeavesThoseOfTenBytesAlone(int length) {
        byte[] frame = calls(new Random(1), length);
        LzxTranslation there = new LzxTranslation(SIZE);
        there.apply(frame, length, 50_000);
        if (length <= 10) {
            assertThat(there.bytes()).startsWith(frame);
        }
        LzxTranslation back = new LzxTranslation(SIZE);
        back.undo(there.bytes(), 0, length, 50_000);
        assertThat(back.bytes()).startsWith(frame);
    }

    @Test
    void translatesLikeCabextractOnBothSidesOfTheFirstGibibyte() throws IOException {
        Peers.assumeInstalled("cabextract");
        byte[] calls = calls(new Random(2), 3 * FRAME);
        Path file = Files.write(folder.resolve("gib.cab"), zerosThen(calls));
        Peers.runOk(folder, "sh", "-c", "cabextract -q -p gib.cab | tail -c " + calls.length + " > theirs");
        assertThat(folder.resolve("theirs")).hasBinaryContent(calls);
        try (ByteSource source = ByteSource.open(file)) {
            Cabinet.read(source, FormatLimits.defaults()).forEachMember((member, unpacked) -> {
                unpacked.skipNBytes(LAST - FRAME);
                assertThat(unpacked.readAllBytes()).isEqualTo(calls);
            });
        }
    }

    /** A cabinet of zeros up to the last frame that is translated, and of these calls, in that frame and behind it. */
    private static byte[] zerosThen(byte[] calls) {
        byte[] few = new byte[STEADY * FRAME + calls.length];
        for (int i = 0; i < calls.length; i += FRAME) {
            LzxTranslation translation = new LzxTranslation(SIZE);
            translation.apply(Arrays.copyOfRange(calls, i, i + FRAME), FRAME, LAST - FRAME + i);
            System.arraycopy(translation.bytes(), 0, few, STEADY * FRAME + i, FRAME);
        }
        List<Segment> frames = Collections.nCopies(few.length / FRAME, new Segment(Kind.VERBATIM, FRAME));
        List<TestCabinet.Block> blocks = LzxTestEncoder.encodePrepared(few, 15, SIZE, frames);
        List<TestCabinet.Block> all = new ArrayList<>(blocks.subList(0, STEADY));
        // From the second on, frames of zeros are packed alike, and leave the packer as it was.
        assertThat(blocks.get(STEADY - 1).packed())
                .isEqualTo(blocks.get(STEADY - 2).packed());
        all.addAll(Collections.nCopies((int) (LAST / FRAME) - 1 - STEADY, blocks.get(STEADY - 1)));
        all.addAll(blocks.subList(STEADY, blocks.size()));
        return LzxTest.cabinet(all.size() * FRAME, 15, all);
    }

    /** Calls with distances near and far, without room between them. */
    private static byte[] calls(Random random, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i + 5 <= length; i += 5) {
            bytes[i] = (byte) 0xE8;
            LittleEndian.putInt(bytes, i + 1, random.nextInt(24_000_000) - 12_000_000);
        }
        return bytes;
    }
}

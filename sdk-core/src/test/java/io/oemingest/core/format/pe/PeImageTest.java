package io.oemingest.core.format.pe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeImageTest {
    private static final int DIRECTORY_32 = TestImage.OPTIONAL + 128;
    private static final int DIRECTORY_64 = TestImage.OPTIONAL + 144;
    private static final byte[] SIGNATURE = "no real signature".getBytes();

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8})
    void keepsItsDigestWhenItIsSigned(int extra) throws IOException {
        for (byte[] bytes : Arrays.asList(TestImage.pe32(extra), TestImage.pe32Plus(extra))) {
            PeImage unsigned = image(bytes);
            PeImage signed = image(signed(unsigned));
            assertThat(unsigned.signature()).isNull();
            assertThat(signed.digest(DigestAlgorithm.SHA256)).isEqualTo(unsigned.digest(DigestAlgorithm.SHA256));
            assertThat(signed.signature().readAll(100)).startsWith(SIGNATURE).hasSize(24);
        }
    }

    @Test
    void replacesASignature() throws IOException {
        PeImage signed = image(signed(image(TestImage.pe32(5))));
        Path again = folder.resolve("again.exe");
        signed.writeSigned(new byte[] {1, 2, 3, 4, 5, 6, 7, 8}, again);
        PeImage replaced = image(Files.readAllBytes(again));
        assertThat(replaced.signature().readAll(100)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(replaced.digest(DigestAlgorithm.SHA1)).isEqualTo(signed.digest(DigestAlgorithm.SHA1));
    }

    @Test
    void signsTheSameWayTwice() throws IOException {
        assertThat(signed(image(TestImage.pe32Plus(3)))).isEqualTo(signed(image(TestImage.pe32Plus(3))));
    }

    @Test
    void digestsNeitherTheChecksumNorTheDirectoryEntry() throws IOException {
        byte[] plain = TestImage.pe32(0);
        byte[] summed = TestImage.pe32(0);
        summed[TestImage.OPTIONAL + 64] ^= 0x55;
        byte[] changed = TestImage.pe32(0);
        changed[TestImage.OPTIONAL + 68] ^= 0x55;
        Digest digest = image(plain).digest(DigestAlgorithm.SHA256);
        assertThat(image(summed).digest(DigestAlgorithm.SHA256)).isEqualTo(digest);
        assertThat(image(changed).digest(DigestAlgorithm.SHA256)).isNotEqualTo(digest);
    }

    @Test
    void doesNotWriteOverAFile() throws IOException {
        Path present = Files.write(folder.resolve("present.exe"), new byte[] {1});
        assertThatThrownBy(() -> image(TestImage.pe32(0)).writeSigned(SIGNATURE, present))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(present).hasBinaryContent(new byte[] {1});
    }

    @Test
    void tellsImagesFromOtherFiles() throws IOException {
        assertThat(PeImage.isPe(ByteSource.of("a", TestImage.pe32(0)))).isTrue();
        assertThat(PeImage.isPe(ByteSource.of("a", new byte[10]))).isFalse();
        assertThat(PeImage.isPe(ByteSource.of("a", new byte[100]))).isFalse();
        byte[] dosOnly = Arrays.copyOf(TestImage.pe32(0), 64);
        assertThat(PeImage.isPe(ByteSource.of("a", dosOnly))).isFalse();
    }

    @Test
    void refusesWhatIsNoImage() {
        assertRefused(new byte[3], "a.exe (DOS header) at offset 0: needs 64 bytes, the file ends at 3 (truncated?)");
        assertRefused(new byte[64], "a.exe (DOS header) at offset 0: does not begin with MZ, so the file is no image");
        assertRefused(
                patched(b -> b.putInt(TestImage.COFF, 0)),
                "a.exe (COFF header) at offset 128: does not begin with PE, so the file is no image");
        assertRefused(
                patched(b -> b.putInt(60, -2)),
                "a.exe (COFF header) at offset 4294967294: needs 24 bytes, the file ends at 1024 (truncated?)");
    }

    @Test
    void refusesAnOptionalHeaderThatIsWrong() {
        assertRefused(
                patched(b -> b.putShort(TestImage.OPTIONAL, (short) 0x107)),
                "a.exe (optional header) at offset 152: has the magic number 0x107, neither PE32 nor PE32+");
        assertRefused(
                patched(b -> b.putShort(TestImage.COFF + 20, (short) 90)),
                "a.exe (optional header) at offset 152: has 90 bytes, needs at least 96");
        assertRefused(
                patched(b -> b.putShort(TestImage.COFF + 20, (short) 130)),
                "a.exe (optional header) at offset 152: has 130 bytes, too few for 16 data directories");
        assertRefused(
                patched(b -> b.putShort(TestImage.COFF + 20, (short) 0)),
                "a.exe (optional header) at offset 152: has the magic number 0x0, neither PE32 nor PE32+");
    }

    @Test
    void refusesSectionsOutsideTheFile() {
        int section = TestImage.OPTIONAL + 224;
        assertRefused(
                patched(b -> b.putInt(section + 20, 0x201)),
                "a.exe (section 0) at offset 376: has 512 bytes of data at 513, the image ends at 1024");
        assertRefused(
                patched(b -> b.putShort(TestImage.COFF + 6, (short) 20)),
                "a.exe (section table) at offset 376: has 20 sections, the image ends at 1024");
    }

    @Test
    void refusesACertificateTableThatDoesNotEndTheFile() throws IOException {
        byte[] signed = signed(image(TestImage.pe32(0)));
        assertRefused(
                Arrays.copyOf(signed, signed.length + 1),
                "a.exe (optional header) at offset 280: puts a certificate table of 32 bytes at 1024; it must lie"
                        + " behind the headers at a multiple of 8 and end with the file at 1057");
        assertRefused(
                patched(b -> b.putInt(DIRECTORY_32, 0).putInt(DIRECTORY_32 + 4, 1024)),
                "a.exe (optional header) at offset 280: puts a certificate table of 1024 bytes at 0; it must lie"
                        + " behind the headers at a multiple of 8 and end with the file at 1024");
    }

    @Test
    void refusesACertificateThatIsLongerThanItsTable() throws IOException {
        byte[] signed = signed(image(TestImage.pe32(0)));
        signed[1024] = 33;
        assertRefused(
                signed,
                "a.exe (certificate table) at offset 1024: has an entry of 33 bytes, 32 are left and 16777216 allowed"
                        + " in memory");
        signed[1024] = 8;
        assertRefused(
                signed,
                "a.exe (certificate table) at offset 1024: has an entry of 8 bytes, 32 are left and 16777216 allowed"
                        + " in memory");
    }

    @Test
    void passesOverCertificatesOfOtherKinds() throws IOException {
        byte[] signed = signed(image(TestImage.pe32Plus(0)));
        signed[1024 + 6] = 1;
        assertThat(image(signed).signature()).isNull();
        byte[] two = Arrays.copyOf(signed, signed.length + 16);
        ByteBuffer.wrap(two)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(DIRECTORY_64 + 4, 48)
                .putInt(signed.length, 12)
                .putShort(signed.length + 6, (short) 2)
                .putInt(signed.length + 8, 0x04030201);
        assertThat(image(two).signature().readAll(10)).containsExactly(1, 2, 3, 4);
    }

    @Test
    void cannotSignAnImageWithoutADirectoryEntryForIt() throws IOException {
        PeImage image = image(patched(b -> b.putInt(TestImage.OPTIONAL + 92, 4)));
        assertThat(image.digest(DigestAlgorithm.SHA1).hex()).hasSize(40);
        assertThatThrownBy(() -> image.writeSigned(SIGNATURE, folder.resolve("none.exe")))
                .isInstanceOf(MalformedFileException.class)
                .hasMessage("a.exe (optional header): has no entry for a certificate table, so that the image cannot"
                        + " be signed");
    }

    @Test
    void survivesAnyChangedByteAndAnyTruncation() throws IOException {
        byte[] signed = signed(image(TestImage.pe32(4)));
        Random random = new Random(42);
        for (int at = 0; at < TestImage.HEADERS; at++) {
            byte[] mutant = signed.clone();
            mutant[at] = (byte) random.nextInt();
            readOrRefuse(mutant);
            readOrRefuse(Arrays.copyOf(signed, at));
        }
    }

    private static void readOrRefuse(byte[] bytes) throws IOException {
        try {
            image(bytes).digest(DigestAlgorithm.SHA1);
        } catch (MalformedFileException expected) {
            assertThat(expected.location().file()).isEqualTo("a.exe");
        }
    }

    private byte[] signed(PeImage image) throws IOException {
        Path target = folder.resolve("signed.exe");
        Files.deleteIfExists(target);
        image.writeSigned(SIGNATURE, target);
        return Files.readAllBytes(target);
    }

    private static byte[] patched(Consumer<ByteBuffer> change) {
        byte[] bytes = TestImage.pe32(0);
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    private static PeImage image(byte[] bytes) throws IOException {
        return PeImage.read(ByteSource.of("a.exe", bytes), FormatLimits.defaults());
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> image(bytes))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    @Test
    void tellsProcessorSectionsAndChecksum() throws IOException {
        byte[] bytes = TestImage.pe32Plus(5);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(TestImage.OPTIONAL + 64, 0xFFFF_FFFE);
        PeSummary summary = PeImage.read(ByteSource.of("a.sys", bytes), FormatLimits.defaults())
                .summary();

        assertThat(summary.machine()).isEqualTo(0x1C4);
        assertThat(summary.sections()).isEqualTo(1);
        assertThat(summary.plus()).isTrue();
        assertThat(summary.checksum()).isEqualTo(0xFFFF_FFFEL);
        assertThat(summary.certificatesSize()).isZero();

        Path signed = folder.resolve("summary.sys");
        PeImage.read(ByteSource.of("a.sys", bytes), FormatLimits.defaults()).writeSigned(new byte[9], signed);
        try (ByteSource file = ByteSource.open(signed)) {
            PeSummary after = PeImage.read(file, FormatLimits.defaults()).summary();
            assertThat(after.checksum()).isEqualTo(after.computedChecksum()).isNotEqualTo(summary.computedChecksum());
            assertThat(after.certificatesSize()).isEqualTo(24);
        }
    }
}

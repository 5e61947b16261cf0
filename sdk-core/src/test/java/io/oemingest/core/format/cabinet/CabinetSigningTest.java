package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place of the signature. The small cabinet has 106 bytes, 130 when it has the reserve area. */
class CabinetSigningTest {
    private static final byte[] SIGNATURE = "no real signature".getBytes();

    @TempDir
    Path folder;

    @Test
    void keepsContentAndDigestWhenItIsSigned() throws IOException {
        Cabinet unsigned = read(TestCabinet.small().build());
        Cabinet signed = read(signed(unsigned, SIGNATURE));
        assertThat(signed.members()).isEqualTo(unsigned.members());
        assertThat(signed.readAll(signed.members().get(1), 6)).asString().isEqualTo("456789");
        assertThat(signed.cabinetSize()).isEqualTo(130);
        assertThat(signed.signatureArea().readAll(24)).startsWith(SIGNATURE).hasSize(24);
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
            assertThat(signed.digest(algorithm)).isEqualTo(unsigned.digest(algorithm));
        }
    }

    @Test
    void replacesASignatureWithoutMovingAnything() throws IOException {
        byte[] once = signed(read(TestCabinet.small().build()), SIGNATURE);
        byte[] twice = signed(read(once), new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        assertThat(twice).hasSize(138).endsWith(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(Arrays.copyOfRange(twice, 52, 130)).isEqualTo(Arrays.copyOfRange(once, 52, 130));
        assertThat(read(twice).digest(DigestAlgorithm.SHA256))
                .isEqualTo(read(once).digest(DigestAlgorithm.SHA256));
    }

    @Test
    void digestsEverythingButTheFieldsThatSigningSets() throws IOException {
        byte[] signed = signed(read(TestCabinet.small().build()), SIGNATURE);
        ByteArrayOutputStream digested = new ByteArrayOutputStream();
        digested.write(signed, 0, 4);
        digested.write(signed, 8, 26);
        digested.write(signed, 56, 130 - 56);
        assertThat(read(signed).digest(DigestAlgorithm.SHA256)).isEqualTo(Digest.sha256(digested.toByteArray()));
    }

    @Test
    void listsAnUnsignedCabinetInCatalogsByItsBytesAsTheyAre() throws IOException {
        byte[] unsigned = TestCabinet.small().build();
        ByteArrayOutputStream digested = new ByteArrayOutputStream();
        digested.write(unsigned, 0, 4);
        digested.write(unsigned, 8, 98);
        assertThat(read(unsigned).catalogDigest(DigestAlgorithm.SHA256))
                .isEqualTo(Digest.sha256(digested.toByteArray()))
                .isNotEqualTo(read(unsigned).digest(DigestAlgorithm.SHA256));
        Cabinet signed = read(signed(read(unsigned), SIGNATURE));
        assertThat(signed.catalogDigest(DigestAlgorithm.SHA256)).isEqualTo(signed.digest(DigestAlgorithm.SHA256));
    }

    @Test
    void takesAReserveAreaOfZerosForOneThatWaitsForASignature() throws IOException {
        byte[] prepared = withReserve(bytes -> {});
        assertThat(read(prepared).signatureArea()).isNull();
        assertThat(signed(read(prepared), SIGNATURE))
                .isEqualTo(signed(read(TestCabinet.small().build()), SIGNATURE));
    }

    @Test
    void refusesSignaturesThatAreNotRightBehindTheCabinet() throws IOException {
        byte[] signed = signed(read(TestCabinet.small().build()), SIGNATURE);
        assertRefused(
                patched(signed, b -> b.putInt(44, 129)),
                "a.cab (header reserve) at offset 44: puts the signature at 129, the cabinet ends at 130");
        assertRefused(
                patched(signed, b -> b.putInt(48, 16)),
                "a.cab (header) at offset 8: cabinet and signature end at 146, the file has 154 bytes");
        assertRefused(
                patched(signed, b -> b.putInt(48, 0)),
                "a.cab (header reserve) at offset 44: tells only one of the signature's offset and size");
        assertRefused(
                patched(signed, b -> b.putLong(44, 0)),
                "a.cab (header) at offset 8: the cabinet ends at 130, the file has 154 bytes");
        assertRefused(
                Arrays.copyOf(signed, 155),
                "a.cab (header) at offset 8: cabinet and signature end at 154, the file has 155 bytes");
        assertRefused(
                Arrays.copyOf(signed, 153),
                "a.cab (header) at offset 8: cabinet and signature end at 154, the file has 153 bytes");
    }

    @Test
    void refusesChangesThatTheDigestDoesNotCover() throws IOException {
        byte[] signed = signed(read(TestCabinet.small().build()), SIGNATURE);
        for (int at = 0; at < 60; at++) {
            byte[] changed = signed.clone();
            changed[at] ^= 1;
            boolean inDigest = at < 4 || at >= 8 && at < 34 || at >= 56;
            if (!inDigest) {
                assertThatThrownBy(() -> read(changed)).isExactlyInstanceOf(MalformedFileException.class);
            }
        }
        assertRefused(
                patched(signed, b -> b.put(52, (byte) 1)),
                "a.cab (header reserve) at offset 52: must be zero behind the signature's size");
    }

    @Test
    void readsButNeitherDigestsNorSignsACabinetWithAReserveAreaForSomethingElse() throws IOException {
        Cabinet foreign = read(withReserve(b -> b.putInt(40, 0x12345678)));
        String problem = "a.cab (header reserve) at offset 36: is not one for a signature, so that the cabinet can be"
                + " neither digested nor signed";
        assertThat(foreign.readAll(foreign.members().get(0), 4)).asString().isEqualTo("0123");
        assertThatThrownBy(() -> foreign.digest(DigestAlgorithm.SHA1))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(problem);
        assertThatThrownBy(() -> signed(foreign, SIGNATURE))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(problem);
    }

    @Test
    void doesNotSignInPlace() throws IOException {
        Path present =
                Files.write(folder.resolve("present.cab"), TestCabinet.small().build());
        try (ByteSource source = ByteSource.open(present)) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThatThrownBy(() -> CabinetSignatureArea.write(cabinet, SIGNATURE, present))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(present).hasBinaryContent(TestCabinet.small().build());
    }

    /** The small cabinet with a reserve area of 20 zeros, then changed. */
    private byte[] withReserve(Consumer<ByteBuffer> change) throws IOException {
        byte[] signed = signed(read(TestCabinet.small().build()), SIGNATURE);
        byte[] prepared = Arrays.copyOf(signed, 130);
        Arrays.fill(prepared, 40, 60, (byte) 0);
        return patched(prepared, change);
    }

    private static byte[] patched(byte[] bytes, Consumer<ByteBuffer> change) {
        byte[] copy = bytes.clone();
        change.accept(ByteBuffer.wrap(copy).order(ByteOrder.LITTLE_ENDIAN));
        return copy;
    }

    private byte[] signed(Cabinet cabinet, byte[] signature) throws IOException {
        Path target = folder.resolve("signed.cab");
        Files.deleteIfExists(target);
        CabinetSignatureArea.write(cabinet, signature, target);
        return Files.readAllBytes(target);
    }

    private static void assertRefused(byte[] bytes, String message) {
        assertThatThrownBy(() -> read(bytes))
                .isExactlyInstanceOf(MalformedFileException.class)
                .hasMessage(message);
    }

    private static Cabinet read(byte[] bytes) throws IOException {
        return Cabinet.read(ByteSource.of("a.cab", bytes), FormatLimits.defaults());
    }
}

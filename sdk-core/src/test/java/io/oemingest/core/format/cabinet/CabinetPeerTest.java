package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.Peers;
import io.oemingest.core.testing.Samples;
import io.oemingest.core.testing.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares with gcab, cabextract and osslsigncode where they are installed. */
class CabinetPeerTest {
    @TempDir
    Path folder;

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    @BeforeEach
    void makeFiles() {
        int[] sizes = {1, 32767, 32768, 32769, 70000};
        for (int size : sizes) {
            files.put("file-" + size + ".bin", CabinetRoundTripTest.content(new Random(size), size));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void readsWhatGcabPacks(boolean mszip) throws IOException {
        Peers.assumeInstalled("gcab");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
        Peers.runOk(folder, "sh", "-c", "gcab -c -n " + (mszip ? "-z " : "") + "theirs.cab file-*.bin");
        try (ByteSource source = ByteSource.open(folder.resolve("theirs.cab"))) {
            Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
            assertThat(cabinet.members()).hasSameSizeAs(files.keySet());
            cabinet.forEachMember((member, content) -> {
                assertThat(cabinet.compression(member).method())
                        .isEqualTo(mszip ? CabinetCompression.Method.MSZIP : CabinetCompression.Method.STORED);
                assertThat(content.readAllBytes()).isEqualTo(files.get(member.name()));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void writesWhatCabextractAndGcabRead(boolean mszip) throws IOException {
        Peers.assumeInstalled("gcab", "cabextract");
        Path ours = write(mszip ? CabinetCompression.MSZIP : CabinetCompression.STORED);
        assertThat(Peers.runOk(folder, "cabextract", "-t", ours.toString()))
                .contains("All done, no errors.")
                .doesNotContain("WARNING");
        for (String command : new String[] {"cabextract -q -d out ours.cab", "gcab -x -C out ours.cab"}) {
            Files.createDirectories(folder.resolve("out"));
            Peers.runOk(folder, "sh", "-c", command);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                assertThat(folder.resolve("out").resolve(file.getKey())).hasBinaryContent(file.getValue());
                Files.delete(folder.resolve("out").resolve(file.getKey()));
            }
        }
    }

    @Test
    void unpacksEveryRealCabinetAsCabextractDoes() throws IOException {
        Peers.assumeInstalled("cabextract");
        int number = 0;
        for (Path file : Samples.packages()) {
            Path out = Files.createDirectory(folder.resolve("sample" + number++));
            Peers.runOk(folder, "cabextract", "-q", "-d", out.toString(), file.toString());
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet.read(source, FormatLimits.defaults())
                        .forEachMember((member, content) -> assertThat(
                                        out.resolve(member.name().replace('\\', '/')))
                                .hasBinaryContent(content.readAllBytes()));
            }
        }
    }

    @Test
    void putsASignatureExactlyWhereOsslsigncodePutsItAndFindsItsDigest() throws IOException {
        TestSigner signer = TestSigner.inFolder(folder);
        Path unsigned = write(CabinetCompression.MSZIP);
        Path theirs = signer.sign(unsigned, "theirs.cab");
        Path ours = folder.resolve("ours-signed.cab");
        try (ByteSource plain = ByteSource.open(unsigned);
                ByteSource signed = ByteSource.open(theirs)) {
            Cabinet cabinet = Cabinet.read(plain, FormatLimits.defaults());
            Cabinet signedCabinet = Cabinet.read(signed, FormatLimits.defaults());
            CabinetSignatureArea.write(cabinet, signedCabinet.signatureArea().readAll(1 << 20), ours);
            String digest = cabinet.digest(DigestAlgorithm.SHA256).hex().toUpperCase(Locale.ROOT);
            assertThat(signer.verify(theirs)).contains(digest);
        }
        assertThat(ours).hasSameBinaryContentAs(theirs);
    }

    private Path write(CabinetCompression compression) throws IOException {
        Path file = folder.resolve("ours.cab");
        CabinetWriter writer = CabinetWriter.create(compression);
        files.forEach((name, bytes) -> writer.add(name, ByteSource.of(name, bytes)));
        writer.writeTo(file);
        return file;
    }
}

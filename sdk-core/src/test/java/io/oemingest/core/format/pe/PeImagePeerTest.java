package io.oemingest.core.format.pe;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.TestSigner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compares with osslsigncode where it is installed. */
class PeImagePeerTest {
    @TempDir
    Path folder;

    @Test
    void putsASignatureExactlyWhereThePeerPutsIt() throws IOException {
        TestSigner signer = TestSigner.inFolder(folder);
        Collection<byte[]> images = List.of(TestImage.pe32(0), TestImage.pe32Plus(0), TestImage.pe32(3));
        int number = 0;
        for (byte[] bytes : images) {
            Path unsigned = Files.write(folder.resolve("plain" + number + ".exe"), bytes);
            Path theirs = signer.sign(unsigned, "theirs" + number + ".exe");
            Path ours = folder.resolve("ours" + number++ + ".exe");
            image(unsigned).writeSigned(image(theirs).signature().readAll(1 << 20), ours);
            assertThat(ours).hasSameBinaryContentAs(theirs);
        }
    }

    @Test
    void findsTheDigestThatThePeerComputes() throws IOException {
        TestSigner signer = TestSigner.inFolder(folder);
        Path unsigned = Files.write(folder.resolve("plain.exe"), TestImage.pe32Plus(5));
        String digest = image(unsigned).digest(DigestAlgorithm.SHA256).hex().toUpperCase(Locale.ROOT);
        String said = signer.verify(signer.sign(unsigned, "signed.exe"));
        assertThat(Arrays.asList(said.split("\\R")))
                .anySatisfy(line ->
                        assertThat(line).contains("Calculated message digest").contains(digest));
    }

    private static PeImage image(Path file) throws IOException {
        return PeImage.read(
                ByteSource.of(file.getFileName().toString(), Files.readAllBytes(file)), FormatLimits.defaults());
    }
}

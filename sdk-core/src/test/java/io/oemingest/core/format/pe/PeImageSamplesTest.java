package io.oemingest.core.format.pe;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.cabinet.CabinetMember;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real signed images, out of real packages. */
class PeImageSamplesTest {
    @TempDir
    Path folder;

    @Test
    void findsTheirOwnDigestInTheirSignaturesAndWritesThemBackByteForByte() throws IOException {
        List<String> seen = new ArrayList<>();
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
                for (CabinetMember member : cabinet.members()) {
                    byte[] content = cabinet.readAll(member, 1 << 24);
                    ByteSource bytes = ByteSource.of(member.name(), content);
                    if (PeImage.isPe(bytes)) {
                        seen.add(member.name());
                        checkSigned(PeImage.read(bytes, FormatLimits.defaults()), content, seen.size());
                    }
                }
            }
        }
        assertThat(seen).isNotEmpty();
    }

    private void checkSigned(PeImage image, byte[] content, int number) throws IOException {
        byte[] signature = image.signature().readAll(1 << 20);
        assertThat(HexFormat.of().formatHex(signature))
                .contains("0420" + image.digest(DigestAlgorithm.SHA256).hex());
        Path written = folder.resolve(number + ".exe");
        image.writeSigned(signature, written);
        assertThat(Files.readAllBytes(written)).isEqualTo(content);
    }
}

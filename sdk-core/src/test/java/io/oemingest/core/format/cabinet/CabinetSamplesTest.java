package io.oemingest.core.format.cabinet;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.testing.Samples;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real cabinets, each with a signature by Microsoft or by the kit. */
class CabinetSamplesTest {

    @Test
    void readsEveryRealCabinetToTheLastByte() throws IOException {
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
                Map<String, Integer> read = new LinkedHashMap<>();
                cabinet.forEachMember((member, content) -> read.put(member.name(), content.readAllBytes().length));
                assertThat(read).as(file.toString()).hasSameSizeAs(cabinet.members());
                for (CabinetMember member : cabinet.members()) {
                    assertThat(read.get(member.name())).isEqualTo((int) member.size());
                }
            }
        }
    }

    @Test
    void readsEachMemberOfEveryRealCabinetOnItsOwn() throws IOException {
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
                cabinet.forEachMember((member, content) -> {
                    Digest expected = Digest.of(DigestAlgorithm.SHA256, content);
                    try (InputStream alone = cabinet.open(member)) {
                        assertThat(Digest.of(DigestAlgorithm.SHA256, alone)).isEqualTo(expected);
                    }
                });
            }
        }
    }

    @Test
    void findsItsOwnDigestInEveryRealSignature() throws IOException {
        for (Path file : Samples.packages()) {
            try (ByteSource source = ByteSource.open(file)) {
                Cabinet cabinet = Cabinet.read(source, FormatLimits.defaults());
                assertThat(signedDigests(cabinet)).as(file.toString()).isNotZero();
            }
        }
    }

    /** How many of the digests that real signatures use occur in the signature, as octet strings do. */
    private static long signedDigests(Cabinet cabinet) throws IOException {
        ByteSource area = cabinet.signatureArea();
        assertThat(area).isNotNull();
        String signature = HexFormat.of().formatHex(area.readAll(1 << 20));
        long found = 0;
        for (DigestAlgorithm algorithm : Arrays.asList(DigestAlgorithm.SHA1, DigestAlgorithm.SHA256)) {
            String octets = HexFormat.of().toHexDigits((byte) algorithm.length())
                    + cabinet.digest(algorithm).hex();
            found += signature.contains("04" + octets) ? 1 : 0;
        }
        return found;
    }
}

package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No byte of a signed cabinet can be changed unnoticed, of its own data or of its signature. */
class CabinetByteSweepTest {
    @TempDir
    private Path folder;

    @Test
    void everyChangedByteOfASignedCabinetIsRefused() throws Exception {
        byte[] bytes = signedBy(TestPackages.OEM_SIGNER);
        assertThat(acceptedChanges(bytes, 0)).isEmpty();
    }

    @Test
    void everyChangedByteOfAnRsaSignatureIsRefused() throws Exception {
        Issued rsa = TestCertificate.signer(TestPackages.OEM)
                .keys(TestKeys.rsa(2048))
                .by(TestPackages.AUTHORITY);
        byte[] bytes = signedBy(rsa);
        int signature = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(44);
        assertThat(acceptedChanges(bytes, signature)).isEmpty();
    }

    private byte[] signedBy(Issued signer) throws Exception {
        TestPackages packages = new TestPackages(folder);
        Path signed = packages.signed(packages.unsigned(), (part, name, present) -> signer.identity());
        byte[] bytes = Files.readAllBytes(signed);
        assertThat(Refusals.ofPackage(ByteSource.of("p.spkg", bytes), TestPackages.POLICY))
                .isEqualTo("ACCEPTED");
        return bytes;
    }

    private static List<Integer> acceptedChanges(byte[] bytes, int from) throws Exception {
        List<Integer> accepted = new ArrayList<>();
        for (int at = from; at < bytes.length; at++) {
            bytes[at] ^= 0x11;
            if (Refusals.ofPackage(ByteSource.of("p.spkg", bytes), TestPackages.POLICY)
                    .equals("ACCEPTED")) {
                accepted.add(at);
            }
            bytes[at] ^= 0x11;
        }
        return accepted;
    }
}

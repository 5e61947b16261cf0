package io.oemingest.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.signing.TestCertificate.Issued;
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
        TestPackages packages = new TestPackages(folder);
        assertThat(acceptedChanges(packages, TestPackages.OEM_SIGNER)).isEmpty();
    }

    @Test
    void everyChangedByteIsRefusedWithAnRsaKeyToo() throws Exception {
        TestPackages packages = new TestPackages(folder);
        Issued rsa = TestCertificate.signer(TestPackages.OEM)
                .keys(TestKeys.rsa(2048))
                .by(TestPackages.AUTHORITY);
        assertThat(acceptedChanges(packages, rsa)).isEmpty();
    }

    private List<Integer> acceptedChanges(TestPackages packages, Issued signer) throws Exception {
        Path signed = packages.signed(packages.unsigned(), (part, name, present) -> signer.identity());
        byte[] bytes = Files.readAllBytes(signed);
        assertThat(Refusals.ofPackage(signed, TestPackages.POLICY)).isEqualTo("ACCEPTED");
        Path changed = folder.resolve("changed.spkg");
        List<Integer> accepted = new ArrayList<>();
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] ^= 0x11;
            Files.write(changed, bytes);
            bytes[at] ^= 0x11;
            if (Refusals.ofPackage(changed, TestPackages.POLICY).equals("ACCEPTED")) {
                accepted.add(at);
            }
        }
        return accepted;
    }
}

package io.oemingest.core.signing;

import static io.oemingest.core.signing.TestPackages.POLICY;
import static io.oemingest.core.signing.TestPackages.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.signing.TestCertificate.Issued;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools that nobody here wrote accept what we sign, and we accept what they sign. */
class SigningPeersTest {
    private static final String AT = Long.toString(TestCertificate.NOW.getEpochSecond());

    private static final SignatureVerifier VERIFIER = new SignatureVerifier(POLICY, TestPackages.LIMITS);

    @TempDir
    private Path folder;

    private TestPackages packages;
    private Path root;
    private final Issued rsa =
            TestCertificate.signer(TestPackages.OEM).keys(TestKeys.rsa(2048)).by(TestPackages.AUTHORITY);

    @BeforeEach
    void packages() throws Exception {
        packages = new TestPackages(folder);
        root = Tools.pem(folder.resolve("root.pem"), ROOT.certificate());
    }

    @Test
    void osslsigncodeAcceptsOurCabinet() throws Exception {
        assertAccepted(signedBy(rsa));
        assertAccepted(signedBy(TestPackages.OEM_SIGNER));
    }

    @Test
    void osslsigncodeAcceptsOurCatalog() throws Exception {
        assertAccepted(packages.write("content.cat", TestPackages.member(signedBy(rsa), "content.cat")));
    }

    @Test
    void osslsigncodeAcceptsOurImage() throws Exception {
        assertAccepted(packages.write("sample.dll", TestPackages.member(signedBy(rsa), "4_sample.dll")));
    }

    @Test
    void osslsigncodeFindsOurImageInOurCatalog() throws Exception {
        Path signed = signedBy(rsa);
        Path image = packages.write("sample.dll", TestPackages.member(signed, "4_sample.dll"));
        assertListed(signed, image);
    }

    @Test
    void osslsigncodeFindsASignedCabinetInOurCatalog() throws Exception {
        Path inner = signedBy(rsa);
        try (ByteSource source = ByteSource.open(inner)) {
            Path unsigned = packages.unsigned(source);
            assertListed(packages.signed(unsigned, (part, name, present) -> rsa.identity()), inner);
            assertThat(found(inner, inner).status()).isNotZero();
        }
    }

    private void assertListed(Path signed, Path member) throws Exception {
        Tools.Result listed = found(signed, member);
        assertThat(listed.output()).contains("Succeeded");
        assertThat(listed.status()).isZero();
    }

    private Tools.Result found(Path signed, Path member) throws Exception {
        Path catalog = packages.write("content.cat", TestPackages.member(signed, "content.cat"));
        return Tools.run(
                "osslsigncode",
                "verify",
                "-CAfile",
                root.toString(),
                "-time",
                AT,
                "-catalog",
                catalog.toString(),
                "-in",
                member.toString());
    }

    @Test
    void weAcceptACabinetThatOsslsigncodeSigned() throws Exception {
        assertThat(Refusals.ofCabinet(peerSigned(packages.unsigned(), "peer.cab"), POLICY))
                .isEqualTo("ACCEPTED");
    }

    @Test
    void weAcceptACatalogThatOsslsigncodeSigned() throws Exception {
        Path unsigned = packages.write("unsigned.cat", TestPackages.member(packages.unsigned(), "content.cat"));
        try (ByteSource source = ByteSource.open(peerSigned(unsigned, "peer.cat"))) {
            SecurityCatalog catalog = SecurityCatalog.read(source, TestPackages.LIMITS);
            assertThat(Refusals.of(() -> VERIFIER.verifyCatalog(catalog))).isEqualTo("ACCEPTED");
        }
    }

    @Test
    void weAcceptAPeFileThatOsslsigncodeSigned() throws Exception {
        Path unsigned = packages.write("unsigned.dll", TestPackages.image(0));
        try (ByteSource source = ByteSource.open(peerSigned(unsigned, "peer.dll"))) {
            PeImage image = PeImage.read(source, TestPackages.LIMITS);
            assertThat(Refusals.of(() -> VERIFIER.verifyPe(image))).isEqualTo("ACCEPTED");
        }
    }

    private Path peerSigned(Path unsigned, String name) throws Exception {
        Path target = packages.fresh(name);
        Tools.Result result = Tools.run(
                "osslsigncode",
                "sign",
                "-h",
                "sha256",
                "-pkcs12",
                keyStore(rsa).toString(),
                "-pass",
                "test",
                "-in",
                unsigned.toString(),
                "-out",
                target.toString());
        assertThat(result.output()).contains("Succeeded");
        return target;
    }

    private Path signedBy(Issued signer) throws Exception {
        return packages.signed(packages.unsigned(), (part, name, present) -> signer.identity());
    }

    private void assertAccepted(Path file) throws Exception {
        Tools.Result result =
                Tools.run("osslsigncode", "verify", "-CAfile", root.toString(), "-time", AT, "-in", file.toString());
        assertThat(result.output()).contains("Succeeded");
        assertThat(result.status()).isZero();
    }

    private Path keyStore(Issued issued) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = issued.identity().chain().toArray(new Certificate[0]);
        store.setKeyEntry("signer", issued.keys().getPrivate(), "test".toCharArray(), chain);
        Path file = folder.resolve("signer.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "test".toCharArray());
        }
        return file;
    }
}

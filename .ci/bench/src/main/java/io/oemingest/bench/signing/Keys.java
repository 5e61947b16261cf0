package io.oemingest.bench.signing;

import io.oemingest.bench.Peer;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TrustPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/** The key of 2,048 bits and its certificate below a root that both sides sign with: {@code leaf.key}, {@code leaf.pem}, {@code root.pem}. */
record Keys(Path folder) {
    private static final String REQUEST = "openssl req -x509 -days 30 -newkey rsa:2048 -nodes -sha256 2> /dev/null";

    /** Makes new ones. */
    static Keys make(Path folder) throws IOException {
        Peer.run(
                folder,
                REQUEST + " -keyout root.key -out root.pem -subj '/CN=Bench Root'"
                        + " -addext keyUsage=critical,keyCertSign");
        Peer.run(
                folder,
                REQUEST + " -keyout leaf.key -out leaf.pem -subj '/CN=Bench Signer' -CA root.pem -CAkey root.key"
                        + " -addext basicConstraints=critical,CA:FALSE -addext keyUsage=critical,digitalSignature"
                        + " -addext extendedKeyUsage=codeSigning,1.3.6.1.4.1.311.76.5.40");
        Peer.run(folder, "openssl pkcs8 -topk8 -nocrypt -in leaf.key -outform DER -out leaf.der");
        return new Keys(folder);
    }

    SigningIdentity identity() throws IOException {
        try {
            byte[] key = Files.readAllBytes(folder.resolve("leaf.der"));
            return new SigningIdentity(
                    KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key)),
                    List.of(certificate("leaf.pem")));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    TrustPolicy policy() throws IOException {
        return TrustPolicy.testInput(List.of(certificate("root.pem")));
    }

    private X509Certificate certificate(String file) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}

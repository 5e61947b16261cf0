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

/**
 * Keys with certificates below a root, that both sides sign with: {@code leaf.key} and {@code leaf.pem} for packages,
 * {@code archive.key} and {@code archive.pem} for what a service says, {@code root.pem}.
 *
 * @param algorithm of the keys, RSA or EC
 */
record Keys(Path folder, String algorithm) {
    private static final String PACKAGES = "codeSigning,1.3.6.1.4.1.311.76.5.40";
    private static final String DOCUMENTS = "1.3.6.1.5.5.7.3.36";

    /** New ones of RSA-2048. */
    static Keys rsa(Path folder) throws IOException {
        return make(new Keys(folder, "RSA"), "rsa:2048");
    }

    /** New ones of P-256. */
    static Keys ec(Path folder) throws IOException {
        return make(new Keys(folder, "EC"), "ec -pkeyopt ec_paramgen_curve:P-256");
    }

    private static Keys make(Keys keys, String kind) throws IOException {
        Files.createDirectories(keys.folder);
        String request = "openssl req -x509 -days 30 -newkey " + kind + " -nodes -sha256 2> /dev/null";
        Peer.run(
                keys.folder,
                request + " -keyout root.key -out root.pem -subj '/CN=Bench Root'"
                        + " -addext keyUsage=critical,keyCertSign");
        keys.issue(request, "leaf", PACKAGES);
        keys.issue(request, "archive", DOCUMENTS);
        return keys;
    }

    private void issue(String request, String name, String usages) throws IOException {
        Peer.run(
                folder,
                request + " -keyout " + name + ".key -out " + name + ".pem -subj '/CN=Bench " + name + "'"
                        + " -CA root.pem -CAkey root.key -addext basicConstraints=critical,CA:FALSE"
                        + " -addext keyUsage=critical,digitalSignature -addext extendedKeyUsage=" + usages);
        Peer.run(folder, "openssl pkcs8 -topk8 -nocrypt -in " + name + ".key -outform DER -out " + name + ".der");
    }

    /** Who signs packages. */
    SigningIdentity packages() throws IOException {
        return identity("leaf");
    }

    /** Who signs what a service says of its packages. */
    SigningIdentity archives() throws IOException {
        return identity("archive");
    }

    private SigningIdentity identity(String name) throws IOException {
        try {
            byte[] key = Files.readAllBytes(folder.resolve(name + ".der"));
            return new SigningIdentity(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key)),
                    List.of(certificate(name + ".pem")));
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

package io.oemingest.core.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Signs with osslsigncode and a throw-away key, as an independent opinion; tests skip without the programs. */
public final class TestSigner {
    private final Path folder;

    private TestSigner(Path folder) {
        this.folder = folder;
    }

    /** Makes a key and a self-signed code-signing certificate in the folder. */
    public static TestSigner inFolder(Path folder) {
        Peers.assumeInstalled("openssl", "osslsigncode");
        Peers.runOk(
                folder,
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-keyout",
                "key.pem",
                "-out",
                "cert.pem",
                "-days",
                "30",
                "-subj",
                "/CN=Test of formats (TEST ONLY)",
                "-addext",
                "extendedKeyUsage=codeSigning");
        return new TestSigner(folder);
    }

    /** Signs a file of the folder into another one there. */
    public Path sign(Path unsigned, String target) {
        return sign(unsigned, target, "-h", "sha256");
    }

    /** Signs with options of osslsigncode, such as {@code -ph} for page hashes. */
    public Path sign(Path unsigned, String target, String... options) {
        Path signed = folder.resolve(target);
        List<String> command =
                new ArrayList<>(List.of("osslsigncode", "sign", "-certs", "cert.pem", "-key", "key.pem"));
        command.addAll(List.of(options));
        command.addAll(List.of("-in", unsigned.toString(), "-out", signed.toString()));
        Peers.runOk(folder, command.toArray(new String[0]));
        return signed;
    }

    /** What osslsigncode says about a signed file's digest and signature. */
    public String verify(Path signed) {
        return Peers.run(folder, "osslsigncode", "verify", "-CAfile", "cert.pem", "-in", signed.toString())
                .output();
    }
}

package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes what other tools need of a PKI: roots (PEM and DER), the other certificates with those above them (PEM), and the
 * keys that sign what is submitted (PKCS#12, readable by their owner alone). Keys of the emulated service stay where they
 * are. Not for several threads at once.
 */
public final class PkiExport {
    /** Of every PKCS#12 file: the format wants one, and keys that nobody trusts need no secret. */
    public static final String PASSWORD = KeyFile.PASSWORD_TEXT;

    private final Path folder;
    private final List<Path> written = new ArrayList<>();

    private PkiExport(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes all files, and makes the folder if need be.
     *
     * @return the files, in the order of writing
     * @throws FileAlreadyExistsException if one of them is there, which stays as it is
     */
    public static List<Path> write(TestPki pki, Path folder) throws IOException {
        PkiExport export = new PkiExport(folder);
        Files.createDirectories(folder);
        export.certificates(pki.input());
        export.keys(pki.input());
        export.certificates(pki.retail());
        return List.copyOf(export.written);
    }

    private void certificates(TestAuthority authority) throws IOException {
        for (Map.Entry<String, IssuedKey> each : new TreeMap<>(authority.allKeys()).entrySet()) {
            List<X509Certificate> chain = each.getValue().chain();
            boolean root = chain.size() == 1;
            text(name(authority, each.getKey()) + ".pem", TestAuthority.pem(root ? chain : withoutRoot(chain)));
            if (root) {
                bytes(name(authority, each.getKey()) + ".der", encoded(chain.get(0)));
            }
        }
    }

    private void keys(TestAuthority authority) throws IOException {
        for (Map.Entry<String, IssuedKey> each : new TreeMap<>(authority.allKeys()).entrySet()) {
            IssuedKey key = each.getValue();
            if (isCodeSigner(key.certificate())) {
                Path file = free(name(authority, each.getKey()) + ".p12");
                new KeyFile(file)
                        .write(Map.of(each.getKey(), new IssuedKey(key.key(), key.kind(), withoutRoot(key.chain()))));
                written.add(file);
            }
        }
    }

    private static boolean isCodeSigner(X509Certificate certificate) throws IOException {
        try {
            List<String> usages = certificate.getExtendedKeyUsage();
            return certificate.getBasicConstraints() < 0
                    && usages != null
                    && usages.contains(EkuCombination.CODE_SIGNING);
        } catch (CertificateParsingException e) {
            throw new IOException("A certificate's usages cannot be read", e);
        }
    }

    private static List<X509Certificate> withoutRoot(List<X509Certificate> chain) {
        return chain.subList(0, chain.size() - 1);
    }

    private static String name(TestAuthority authority, String alias) {
        return authority.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + alias;
    }

    private static byte[] encoded(X509Certificate certificate) throws IOException {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IOException("A certificate has no encoding", e);
        }
    }

    private void text(String name, String content) throws IOException {
        written.add(Files.writeString(free(name), content, StandardOpenOption.CREATE_NEW));
    }

    private void bytes(String name, byte[] content) throws IOException {
        written.add(Files.write(free(name), content, StandardOpenOption.CREATE_NEW));
    }

    private Path free(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return file;
    }
}

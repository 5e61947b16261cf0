package io.oemingest.emulator.signing;

import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.SignerCertificate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
            IssuedKey key = each.getValue();
            boolean root = key.chain().size() == 1;
            String text = PemText.of(root ? key.chain() : key.withoutRoot().chain());
            bytes(name(authority, each.getKey()) + ".pem", text.getBytes(StandardCharsets.US_ASCII));
            if (root) {
                bytes(name(authority, each.getKey()) + ".der", PemText.encoded(key.certificate()));
            }
        }
    }

    private void keys(TestAuthority authority) throws IOException {
        for (Map.Entry<String, IssuedKey> each : new TreeMap<>(authority.allKeys()).entrySet()) {
            IssuedKey key = each.getValue();
            if (isCodeSigner(key.certificate())) {
                Path file = free(name(authority, each.getKey()) + ".p12");
                new KeyFile(file).write(Map.of(each.getKey(), key.withoutRoot()));
                written.add(file);
            }
        }
    }

    private static boolean isCodeSigner(X509Certificate certificate) {
        return certificate.getBasicConstraints() < 0
                && SignerCertificate.of(certificate).ekuOids().contains(EkuCombination.CODE_SIGNING);
    }

    private static String name(TestAuthority authority, String alias) {
        return authority.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + alias;
    }

    private void bytes(String name, byte[] content) throws IOException {
        written.add(Files.write(folder.resolve(name), content, StandardOpenOption.CREATE_NEW));
    }

    // A key file replaces whatever is there.
    private Path free(String name) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        return file;
    }
}

package io.oemingest.emulator.signing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The keys of one authority in a PKCS#12 file. What protects them is that only their owner may read the file. */
final class KeyFile {
    /** The format wants one; keys that nobody trusts need no secret. */
    static final String PASSWORD_TEXT = "test only";

    private static final char[] PASSWORD = PASSWORD_TEXT.toCharArray();

    private final Path file;

    KeyFile(Path file) {
        this.file = file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    /** Writes the file whole or not at all, and makes its folder if need be. */
    void write(Map<String, IssuedKey> keys) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (OutputStream out = Channels.newOutputStream(Files.newByteChannel(
                part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly()))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (Map.Entry<String, IssuedKey> each : keys.entrySet()) {
                IssuedKey key = each.getValue();
                store.setKeyEntry(
                        each.getKey(), key.key(), PASSWORD, key.chain().toArray(Certificate[]::new));
            }
            store.store(out, PASSWORD);
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": the keys cannot be written", e);
        }
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads every key. @throws IOException if the file is damaged, or a certificate is not valid at {@code now} */
    Map<String, IssuedKey> read(Instant now) throws IOException {
        Map<String, IssuedKey> keys = new LinkedHashMap<>();
        try {
            KeyStore store = load();
            for (String alias : Collections.list(store.aliases())) {
                keys.put(alias, key(store, alias));
            }
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
        requireValid(keys, now);
        return keys;
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } catch (NoSuchFileException e) {
            throw e;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private IOException unreadable(Exception cause) {
        return new IOException(file + ": the keys cannot be read; remove the folder to have new ones made", cause);
    }

    private IssuedKey key(KeyStore store, String alias) throws IOException, GeneralSecurityException {
        Certificate[] chain = store.getCertificateChain(alias);
        if (chain == null || chain.length == 0 || !(store.getKey(alias, PASSWORD) instanceof PrivateKey key)) {
            throw new IOException(file + ": '" + alias + "' is no key with its certificates");
        }
        List<X509Certificate> certificates =
                Arrays.stream(chain).map(X509Certificate.class::cast).toList();
        return new IssuedKey(key, KeyKind.of(certificates.get(0).getPublicKey()), certificates);
    }

    private void requireValid(Map<String, IssuedKey> keys, Instant now) throws IOException {
        if (!keys.containsKey("root")) {
            throw new IOException(file + ": has no root; remove the folder to have new keys made");
        }
        for (IssuedKey each : keys.values()) {
            X509Certificate certificate = each.certificate();
            if (now.isBefore(certificate.getNotBefore().toInstant())
                    || now.isAfter(certificate.getNotAfter().toInstant())) {
                throw new IOException(file + ": the certificate of "
                        + certificate.getSubjectX500Principal().getName() + " is valid from "
                        + certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant() + "; remove the folder to have new keys made");
            }
        }
    }

    private FileAttribute<?>[] ownerOnly() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        // Elsewhere the folder's own access list has to do.
        return folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

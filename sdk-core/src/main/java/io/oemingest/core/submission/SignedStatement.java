package io.oemingest.core.submission;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a service once said of the packages that it signed: {@code signed.json} with its signature, kept in a folder. */
final class SignedStatement {
    private final SignedManifest manifest;

    private SignedStatement(SignedManifest manifest) {
        this.manifest = manifest;
    }

    /** Keeps the statement of an archive below {@code folder}; the answer is its name there. */
    static String keep(SignedArchive archive, Path folder) throws IOException {
        byte[] text = archive.manifestText();
        String name = Digest.sha256(text).hex();
        Path own = Files.createDirectories(folder.resolve(name));
        AtomicFiles.write(own.resolve(SignedArchive.SIGNATURE), part -> Files.write(part, archive.signature()));
        AtomicFiles.write(own.resolve(SignedArchive.MANIFEST), part -> Files.write(part, text));
        return name;
    }

    /** Reads a statement. @throws VerificationException unless the policy believes it */
    static SignedStatement verified(Path folder, TrustPolicy policy) throws VerificationException, IOException {
        byte[] text = Files.readAllBytes(folder.resolve(SignedArchive.MANIFEST));
        DetachedSignature.verify(text, Files.readAllBytes(folder.resolve(SignedArchive.SIGNATURE)), policy);
        return new SignedStatement(SignedManifestFormat.read(
                text, folder.resolve(SignedArchive.MANIFEST).toString()));
    }

    /** Whether it says that this input became this output with these usages. */
    boolean says(Digest input, EkuCombination ekus, Digest output) {
        return manifest.files().stream()
                .anyMatch(each -> each.input().equals(input)
                        && each.ekus().equals(ekus)
                        && each.file().sha256().equals(output));
    }
}

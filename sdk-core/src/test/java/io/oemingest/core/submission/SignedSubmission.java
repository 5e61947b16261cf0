package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pkg.FirmwarePackage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.DetachedSignature;
import io.oemingest.core.signing.PackageSigner;
import io.oemingest.core.signing.SignedPackage;
import io.oemingest.core.signing.SigningIdentity;
import io.oemingest.core.signing.TestIdentities;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What a service makes of a submission: signed packages and their archive, right unless a test spoils something. */
final class SignedSubmission {
    static final SubmissionTicket TICKET = new SubmissionTicket("TKT-SIGN-TEST-AB12CD");

    private final Path folder;
    private final Map<String, SignedFile> rows = new TreeMap<>();
    private final Map<String, Path> files = new TreeMap<>();
    private SigningIdentity manifestSigner = TestIdentities.manifestSigner();

    private SignedSubmission(Path folder) {
        this.folder = folder;
    }

    /** Signs every package of a submission archive. */
    static SignedSubmission of(SubmissionArchive submitted, Path folder) throws Exception {
        SignedSubmission signed = new SignedSubmission(Files.createDirectories(folder));
        for (PackageFacts each : submitted.contents().packages()) {
            signed.sign(submitted.openPackage(each.path()), each.path(), TestIdentities.packageSigner());
        }
        return signed;
    }

    /** Signs one package and lists it as it is; the input's digest is that of the source. */
    SignedSubmission sign(ByteSource unsigned, String path, SigningIdentity signer) throws Exception {
        Path target = folder.resolve(rows.size() + "-" + path.replace('/', '-'));
        Files.deleteIfExists(target);
        PackageSigner packageSigner =
                new PackageSigner((part, name, present) -> signer, TestIdentities.TIME, FormatLimits.defaults());
        SignedPackage signed =
                packageSigner.sign(FirmwarePackage.read(unsigned, FormatLimits.defaults()), target, folder);
        files.put(path, target);
        FileFacts facts = new FileFacts(path, Files.size(target), signed.after());
        rows.put(path, new SignedFile(facts, Digest.sha256(unsigned), signed.ekus(), signed.signerThumbprint()));
        return this;
    }

    /** Replaces a file and makes its row say so. */
    SignedSubmission replace(String path, Path file) throws Exception {
        files.put(path, file);
        try (ByteSource source = ByteSource.open(file)) {
            SignedFile before = rows.get(path);
            FileFacts facts = new FileFacts(path, source.size(), Digest.sha256(source));
            rows.put(path, new SignedFile(facts, before.input(), before.ekus(), before.signerThumbprint()));
        }
        return this;
    }

    SignedSubmission row(SignedFile row) {
        rows.put(row.file().path(), row);
        return this;
    }

    SignedFile row(String path) {
        return rows.get(path);
    }

    Path file(String path) {
        return files.get(path);
    }

    SignedSubmission remove(String path) {
        rows.remove(path);
        return this;
    }

    SignedSubmission manifestSigner(SigningIdentity signer) {
        manifestSigner = signer;
        return this;
    }

    Path write(String name) throws Exception {
        Path target = folder.resolve(name);
        SignedManifest manifest = new SignedManifest(
                TICKET, "TEST", "1", TestIdentities.NOW, rows.values().stream().toList());
        new SignedArchiveWriter(manifest)
                .writeTo(
                        target,
                        row -> ByteSource.open(files.get(row.file().path())),
                        content -> DetachedSignature.sign(content, manifestSigner, TestIdentities.NOW),
                        ProgressListener.NONE);
        return target;
    }
}

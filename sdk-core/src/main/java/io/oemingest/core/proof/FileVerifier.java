package io.oemingest.core.proof;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.proof.FileVerification.Kind;
import io.oemingest.core.proof.FileVerification.SignedPiece;
import io.oemingest.core.signing.SecurityCatalog;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.FileKind;
import io.oemingest.core.submission.ManifestFile;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.core.submission.SignedFile;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.VerifiedArchive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Proves a file of any kind that carries signatures, down to its last byte, and every package of a submission archive in
 * place. Immutable, safe for threads.
 */
public final class FileVerifier {
    private static final Map<String, Kind> ARCHIVES =
            Map.of("submission.json", Kind.SUBMISSION_ARCHIVE, "signed.json", Kind.SIGNED_ARCHIVE);

    private final TrustPolicy policy;
    private final SignatureProof proof;
    private final FormatLimits limits;
    private final ProgressListener progress;

    public FileVerifier(TrustPolicy policy, FormatLimits limits, ProgressListener progress) {
        this.policy = policy;
        this.proof = new SignatureProof(policy, limits, progress);
        this.limits = limits;
        this.progress = progress;
    }

    /** Whether a file begins like one that can be proved. */
    public static boolean isSignable(ByteSource source) throws IOException {
        return FfuImage.isFfu(source)
                || Cabinet.isCabinet(source)
                || PeImage.isPe(source)
                || SecurityCatalog.isCatalog(source)
                || ARCHIVES.containsKey(StrictZip.firstName(source));
    }

    /** Proves a file; that it does not hold, or is damaged, is a verdict. @throws IOException if it cannot be read at all */
    public FileVerification verify(Path file) throws IOException {
        String name = file.toString();
        try (ByteSource source = ByteSource.open(file)) {
            Kind archive = ARCHIVES.get(StrictZip.firstName(source));
            if (archive == null) {
                return single(name, source);
            }
            return judged(name, archive, () -> archive == Kind.SIGNED_ARCHIVE ? signedArchive(file) : submission(file));
        }
    }

    private FileVerification single(String name, ByteSource source) throws IOException {
        return judged(name, null, () -> ofKind(name, SignatureProof.kindOf(source, limits), source));
    }

    private FileVerification ofKind(String name, Kind kind, ByteSource source) throws IOException {
        return judged(name, kind, () -> FileVerification.verified(name, kind, proof.of(kind, source)));
    }

    private FileVerification submission(Path file) throws IOException {
        List<FileVerification> members = new ArrayList<>();
        try (SubmissionArchive archive = SubmissionArchive.open(file, limits, progress)) {
            for (ManifestFile each : archive.manifest().files()) {
                String path = each.file().path();
                String place = file.getFileName() + "!" + path;
                if (each.kind() == FileKind.PACKAGE) {
                    members.add(single(path, named(place, archive.openPackage(path))));
                } else if (each.kind() == FileKind.FFU_HEAD) {
                    members.add(ofKind(path, Kind.FFU_HEAD, named(place, archive.openFfuHead())));
                }
            }
        }
        return new FileVerification(file.toString(), Kind.SUBMISSION_ARCHIVE, null, null, List.of(), members);
    }

    private static ByteSource named(String place, ByteSource source) {
        return source.slice(place, 0, source.size());
    }

    private FileVerification signedArchive(Path file) throws VerificationException, IOException {
        try (SignedArchive archive = SignedArchive.open(file, limits)) {
            VerifiedArchive verified =
                    new SignedArchiveVerifier(policy, limits, progress).verify(archive, ExpectedSubmission.ANY);
            List<FileVerification> members = new ArrayList<>();
            for (SignedFile each : verified.manifest().files()) {
                String path = each.file().path();
                boolean catalog = path.equals(SignedArchive.CATALOG);
                members.add(FileVerification.verified(
                        path,
                        catalog ? Kind.FFU_CATALOG : Kind.PACKAGE,
                        List.of(new SignedPiece(catalog ? "catalog" : "package", verified.signature(path)))));
            }
            return new FileVerification(
                    file.toString(),
                    Kind.SIGNED_ARCHIVE,
                    null,
                    verified.manifest(),
                    List.of(new SignedPiece("manifest", verified.signature())),
                    members);
        }
    }

    private static FileVerification judged(String file, @Nullable Kind kind, Attempt attempt) throws IOException {
        try {
            return attempt.prove();
        } catch (VerificationException e) {
            return FileVerification.refused(file, kind, e);
        } catch (MalformedFileException e) {
            return FileVerification.unreadable(file, kind, e);
        }
    }

    private interface Attempt {
        FileVerification prove() throws VerificationException, IOException;
    }
}

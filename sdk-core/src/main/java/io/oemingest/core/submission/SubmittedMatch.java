package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.pkg.PackageManifest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.signing.VerificationException.Problem;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whether a signed archive answers the submission that was made: same ticket, same files, same inputs. */
final class SubmittedMatch {
    private final SignedArchive archive;
    private final @Nullable SubmissionTicket ticket;
    /** What was submitted to be signed, by the path that it has after signing; null when nobody asked. */
    private final @Nullable Map<String, ManifestFile> submitted;

    SubmittedMatch(SignedArchive archive, ExpectedSubmission expected) {
        this.archive = archive;
        this.ticket = expected.ticket();
        this.submitted = expected.submitted() == null ? null : signable(expected.submitted());
    }

    void requireTicketAndFiles() throws VerificationException {
        SignedManifest manifest = archive.manifest();
        if (ticket != null && !ticket.equals(manifest.ticket())) {
            throw other(SignedArchive.MANIFEST, "is for the ticket " + manifest.ticket() + ", not for " + ticket);
        }
        if (submitted == null) {
            return;
        }
        for (SignedFile each : manifest.files()) {
            ManifestFile input = submitted.get(each.file().path());
            if (input == null) {
                throw other(each.file().path(), "was not submitted");
            }
            if (!input.file().sha256().equals(each.input())) {
                throw other(each.file().path(), "was signed from another file than the one submitted");
            }
        }
        if (manifest.files().size() != submitted.size()) {
            throw other(
                    SignedArchive.MANIFEST,
                    "lists " + manifest.files().size() + " files, " + submitted.size() + " were submitted");
        }
    }

    void requireSamePackage(SignedFile row, PackageManifest signed) throws VerificationException {
        ManifestFile file = submitted == null ? null : submitted.get(row.file().path());
        PackageFacts input = file == null ? null : file.packageFacts();
        if (input == null) {
            return;
        }
        boolean same = input.name().equals(signed.name())
                && input.style() == signed.style()
                && input.identity().equals(signed.identity())
                && input.version().equals(signed.version())
                && input.attributes().equals(PackageFactsReader.attributes(signed));
        if (!same) {
            throw other(row.file().path(), "says other things of itself than the package that was submitted");
        }
    }

    private static Map<String, ManifestFile> signable(SubmissionManifest manifest) {
        Map<String, ManifestFile> signable = new LinkedHashMap<>();
        for (ManifestFile each : manifest.files()) {
            if (each.kind() == FileKind.PACKAGE) {
                signable.put(each.file().path(), each);
            } else if (each.kind() == FileKind.FFU_HEAD) {
                signable.put(SignedArchive.CATALOG, each);
            }
        }
        return signable;
    }

    private VerificationException other(String part, String detail) {
        return new VerificationException(Problem.OTHER_SUBMISSION, Location.ofPart(archive.name(), part), detail);
    }
}

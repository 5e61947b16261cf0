package io.oemingest.client;

import io.oemingest.client.PartialFile.Whole;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.SignedManifest;
import io.oemingest.core.submission.SubmissionManifest;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Download, digest, verification; only then does the archive get its name. */
final class Retrieval {
    private final ArchiveDownload download;
    private final Proof proof;

    /** Judges a signed archive. */
    @FunctionalInterface
    interface Proof {
        SignedManifest verify(Path archive, ExpectedSubmission expected) throws VerificationException, IOException;

        /** Checks, before anything is fetched, that there is something to judge by. */
        default void requireReady() {}
    }

    Retrieval(ArchiveDownload download, Proof proof) {
        this.download = download;
        this.proof = proof;
    }

    RetrievedArchive retrieve(SubmissionTicket ticket, Path directory, @Nullable SubmissionManifest submitted)
            throws VerificationException, IOException {
        proof.requireReady();
        Files.createDirectories(directory);
        PartialFile partial = new PartialFile(directory, PartialFile.nameOf(ticket));
        try {
            Whole whole = fetch(ticket, partial);
            SignedManifest manifest = verify(partial, new ExpectedSubmission(ticket, submitted));
            Path file = directory.resolve(whole.fileName());
            partial.finish(file);
            return new RetrievedArchive(ticket, file, manifest);
        } catch (ClosedByInterruptException e) {
            throw new CallInterruptedException("retrieving " + ticket, e);
        }
    }

    private Whole fetch(SubmissionTicket ticket, PartialFile partial) throws IOException {
        boolean resumed = partial.whole() != null;
        Whole whole = download.fetch(ticket, partial);
        Digest actual = digest(partial);
        if (resumed && !actual.matches(whole.digest())) {
            // What lay here from before was damaged; the service deserves a second try, from the first byte.
            partial.discard();
            whole = download.fetch(ticket, partial);
            actual = digest(partial);
        }
        if (!actual.matches(whole.digest())) {
            partial.discard();
            String problem = "The signed archive of " + ticket + " arrived as " + actual + ", the service declares "
                    + whole.digest();
            throw new UnexpectedResponseException(problem, 200, null, null);
        }
        return whole;
    }

    private SignedManifest verify(PartialFile partial, ExpectedSubmission expected)
            throws VerificationException, IOException {
        boolean keep = false;
        try {
            SignedManifest manifest = proof.verify(partial.path(), expected);
            keep = true;
            return manifest;
        } catch (ClosedByInterruptException e) {
            keep = true;
            throw e;
        } finally {
            if (!keep) {
                partial.discard();
            }
        }
    }

    private static Digest digest(PartialFile partial) throws IOException {
        try (ByteSource source = ByteSource.open(partial.path())) {
            return Digest.sha256(source);
        }
    }
}

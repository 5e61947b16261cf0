package io.oemingest.client;

import io.oemingest.client.PartialFile.Whole;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.core.submission.SignedManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Download, digest, verification; only then does the archive get its name. */
final class Retrieval {
    private final ArchiveDownload download;
    private final Proof proof;

    /** Judges a signed archive. */
    @FunctionalInterface
    interface Proof {
        SignedManifest verify(Path archive, SubmissionTicket ticket) throws VerificationException, IOException;
    }

    Retrieval(ArchiveDownload download, Proof proof) {
        this.download = download;
        this.proof = proof;
    }

    RetrievedArchive retrieve(SubmissionTicket ticket, Path directory) throws VerificationException, IOException {
        Files.createDirectories(directory);
        PartialFile partial = new PartialFile(directory, ticket.id().replaceAll("[^A-Za-z0-9-]", "_"));
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
            throw new UnexpectedResponseException(
                    "The signed archive of " + ticket + " arrived as " + actual + ", the service declares "
                            + whole.digest(),
                    200,
                    null,
                    null);
        }
        SignedManifest manifest = verify(partial, ticket);
        Path file = directory.resolve(whole.fileName());
        partial.finish(file);
        return new RetrievedArchive(ticket, file, manifest);
    }

    private SignedManifest verify(PartialFile partial, SubmissionTicket ticket)
            throws VerificationException, IOException {
        boolean proven = false;
        try {
            SignedManifest manifest = proof.verify(partial.path(), ticket);
            proven = true;
            return manifest;
        } finally {
            if (!proven) {
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

package io.oemingest.client;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionReceipt;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How far a submission has come, kept in memory and, if there is a file, on disk for another process. */
final class ReceiptFile {
    private final @Nullable Path file;
    private @Nullable SubmissionReceipt receipt;

    ReceiptFile(@Nullable Path file) {
        this.file = file;
    }

    /** Takes up what the file holds. @throws IllegalArgumentException if that is another submission's receipt */
    void open(URI service, Path archive, Digest digest) throws IOException {
        SubmissionReceipt found = file == null || !Files.exists(file) ? null : SubmissionReceipt.read(file);
        if (found != null && !found.archive().equals(digest)) {
            throw new IllegalArgumentException(
                    "The receipt " + file + " is of another archive than " + archive + "; name another receipt file");
        }
        if (found != null && !found.service().equals(service)) {
            throw new IllegalArgumentException("The receipt " + file + " is of the service " + found.service()
                    + ", not of " + service + "; name another receipt file");
        }
        receipt = found;
        if (found == null) {
            // A receipt that cannot be kept is found out before anything is sent.
            save(new SubmissionReceipt(service, digest, null, 0, null));
        }
    }

    @Nullable
    SubmissionTicket ticket() {
        return current().ticket();
    }

    @Nullable
    URI upload() {
        String upload = current().upload();
        return upload == null ? null : URI.create(upload);
    }

    void uploading(URI upload, long offset) throws IOException {
        SubmissionReceipt old = current();
        save(new SubmissionReceipt(old.service(), old.archive(), upload.toString(), offset, null));
    }

    void submitted(SubmissionTicket ticket) throws IOException {
        SubmissionReceipt old = current();
        save(new SubmissionReceipt(old.service(), old.archive(), old.upload(), old.offset(), ticket));
    }

    private void save(SubmissionReceipt next) throws IOException {
        receipt = next;
        if (file != null) {
            next.write(file);
        }
    }

    private SubmissionReceipt current() {
        if (receipt == null) {
            throw new IllegalStateException("The receipt was not opened");
        }
        return receipt;
    }
}

package io.oemingest.core.submission;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a program keeps of a submission so that another can go on with it, in the middle of an upload too.
 *
 * @param archive SHA-256 of the submission archive
 * @param upload address or id of the upload, once there is one
 * @param offset bytes that the service has confirmed
 * @param ticket the service's answer, once there is one
 */
public record SubmissionReceipt(
        URI service,
        Digest archive,
        @Nullable String upload,
        long offset,
        @Nullable SubmissionTicket ticket) {

    /** Reads a receipt file. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static SubmissionReceipt read(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return read(source);
        }
    }

    /** Reads a receipt, which stays the caller's. @throws io.oemingest.core.format.MalformedFileException if it is none */
    public static SubmissionReceipt read(ByteSource source) throws IOException {
        return SubmissionReceiptFormat.read(source);
    }

    /** Writes a receipt file; one that is there is replaced as a whole or not at all. */
    public void write(Path file) throws IOException {
        SubmissionReceiptFormat.write(this, file);
    }
}

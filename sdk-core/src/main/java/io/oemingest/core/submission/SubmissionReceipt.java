package io.oemingest.core.submission;

import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import java.net.URI;
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
        @Nullable SubmissionTicket ticket) {}

package io.oemingest.core.submission;

import io.oemingest.core.model.SubmissionTicket;
import org.jspecify.annotations.Nullable;

/**
 * What a signed archive must be the answer to; null is not asked.
 *
 * @param ticket the ticket under which it was retrieved
 * @param submitted the manifest of the archive that was submitted
 */
public record ExpectedSubmission(
        @Nullable SubmissionTicket ticket, @Nullable SubmissionManifest submitted) {
    /** Any submission's answer will do. */
    public static final ExpectedSubmission ANY = new ExpectedSubmission(null, null);

    public static ExpectedSubmission of(SubmissionTicket ticket) {
        return new ExpectedSubmission(ticket, null);
    }
}

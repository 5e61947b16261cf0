package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.submission.PartialImage;
import java.nio.file.Path;
import java.time.Duration;

/** The ten lines of the README, compiled so that they stay true. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Path signed(IngestionClient client, Path packages, Path work) throws Exception {
        // README
        var submission = new PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_THRESHOLD);
        PreparedSubmission prepared =
                new SubmissionPreparer(PreparerOptions.of("my-tool", "1")).prepare(submission, work);
        var ticket = client.submissions().submit(prepared.archive());
        SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(5));
        if (outcome instanceof SigningOutcome.Signed) {
            RetrievedArchive signed = client.submissions().retrieve(ticket, work); // verified
            return signed.file();
        }
        throw new IllegalStateException("Not signed: " + outcome.status());
        // README
    }
}

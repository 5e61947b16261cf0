package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.FirmwareSubmission;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The ten lines of the README. */
final class ReadmeExample {
    private ReadmeExample() {}

    static Path sign(FirmwareSubmission submission, URI service, String token, TrustPolicy trust, Path folder)
            throws Exception {
        PreparedSubmission prepared =
                new SubmissionPreparer(PreparerOptions.of("my-build", "1.0")).prepare(submission, folder);
        try (IngestionClient client = IngestionClient.builder()
                .service(service)
                .token(token)
                .trust(trust)
                .build()) {
            SubmissionTicket ticket = client.submissions().submit(prepared.archive());
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofHours(2));
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new IllegalStateException(ticket + " is not signed: " + outcome.status());
            }
            return client.submissions().retrieve(ticket, folder).file();
        }
    }
}

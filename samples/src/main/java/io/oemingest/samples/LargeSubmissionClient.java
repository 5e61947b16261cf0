package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.samples.ingest.Roots;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The client's half of {@link LargeSubmission}, run in a JVM of its own. */
final class LargeSubmissionClient {
    private LargeSubmissionClient() {}

    /** Arguments: address, token, work folder. */
    public static void main(String... args) throws Exception {
        Path work = Path.of(args[2]);
        Stopwatch watch = new Stopwatch(System.out);
        PreparedSubmission prepared = new SubmissionPreparer(PreparerOptions.of("LargeSubmission", "1"))
                .prepare(
                        new PartialImage.ContextFree(
                                SampleInput.of(work.resolve("input")).packages(),
                                null,
                                ProductType.WINDOWS_PHONE_THRESHOLD),
                        work.resolve("submission.zip"));
        watch.lap("prepared: " + Files.size(prepared.archive()) + " bytes");
        TrustPolicy trust = TrustPolicy.emulatedRetail(
                Roots.read(work.resolve("emulated-retail-roots.pem")),
                InstantSource.system().instant());
        var settings = IngestionClient.builder().service(URI.create(args[0])).token(args[1]);
        try (IngestionClient client = settings.trust(trust).build()) {
            SubmissionTicket ticket = client.submissions().submit(prepared.archive());
            watch.lap("submitted: " + ticket);
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(50));
            watch.lap("outcome: " + outcome.status().rawState());
            RetrievedArchive retrieved = client.submissions().retrieve(ticket, work);
            watch.lap("retrieved and verified: " + Files.size(retrieved.file()) + " bytes");
        }
    }
}

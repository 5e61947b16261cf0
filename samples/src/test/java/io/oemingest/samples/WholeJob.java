package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The main job from end to end, without a word on the console. */
final class WholeJob {
    private final IngestionEmulator emulator;
    private final Path work;

    WholeJob(IngestionEmulator emulator, Path work) {
        this.emulator = emulator;
        this.work = work;
    }

    /** Prepares, submits, waits, retrieves, verifies and unpacks; answers the folder of the signed packages. */
    Path signedPackages(FirmwareSubmission submission) throws Exception {
        Path archive = new SubmissionPreparer(PreparerOptions.of("whole-job", "1"))
                .prepare(submission, Files.createDirectories(work))
                .archive();
        TrustPolicy trust = TrustPolicy.emulatedRetail(
                emulator.retailRoots(), InstantSource.system().instant());
        try (IngestionClient client = IngestionClient.builder()
                .service(emulator.uri())
                .token(emulator.token())
                .trust(trust)
                .build()) {
            SubmissionTicket ticket = client.submissions().submit(archive);
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(5));
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new AssertionError(outcome + "\n"
                        + client.submissions().validationReport(ticket).toText());
            }
            RetrievedArchive retrieved = client.submissions().retrieve(ticket, work);
            try (SignedArchive signed = SignedArchive.open(retrieved.file(), FormatLimits.defaults())) {
                new SignedArchiveVerifier(trust, FormatLimits.defaults(), ProgressListener.NONE)
                        .verify(signed, ExpectedSubmission.of(ticket))
                        .extractTo(work.resolve("unpacked"));
            }
            return work.resolve("unpacked/packages");
        }
    }
}

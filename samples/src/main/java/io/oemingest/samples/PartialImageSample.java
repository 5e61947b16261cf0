package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.FirmwareSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A contextual partial image: packages that travel with the history of the image they belong to. Prepares, submits,
 * waits, retrieves and verifies, against an emulator that it starts itself.
 *
 * <p>{@code java -cp ingest.jar io.oemingest.samples.PartialImageSample [WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]}: the
 * input folder holds {@code UpdateHistory.xml}, {@code OEMInput.xml} and {@code packages}, and the roots are those of
 * the packages' test signatures; without it the sample makes packages of its own.
 */
public final class PartialImageSample {
    private PartialImageSample() {}

    /** Ends with an exception, and so with a failing exit code, unless everything was signed and verified. */
    public static void main(String... args) throws Exception {
        SampleArguments arguments = SampleArguments.of("partial-image", args);
        try (IngestionEmulator emulator = arguments.emulator()) {
            run(emulator, arguments.input(emulator), arguments.workFolder());
        }
    }

    static RetrievedArchive run(IngestionEmulator emulator, SampleInput input, Path work) throws Exception {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Contextual partial image");

        // 1. What is submitted: some packages, and the history of their image.
        FirmwareSubmission submission = new PartialImage.Contextual(
                input.updateHistory(), input.oemInput(), input.packages(), ProductType.WINDOWS_PHONE_THRESHOLD);

        // 2. Check it by every rule and write the archive. A rejection would be an exception with the whole report.
        PreparedSubmission prepared = new SubmissionPreparer(PreparerOptions.of("PartialImageSample", "1"))
                .prepare(submission, Files.createDirectories(work));
        narrator.say("prepared", prepared.archive());
        narrator.report(prepared.report());

        // 3. Submit it. Only signatures below these roots will be believed when it comes back.
        TrustPolicy trust = TrustPolicy.emulatedRetail(
                emulator.retailRoots(), InstantSource.system().instant());
        try (IngestionClient client = IngestionClient.builder()
                .service(emulator.uri())
                .token(emulator.token())
                .trust(trust)
                .progress(narrator)
                .build()) {
            SubmissionTicket ticket = client.submissions().submit(prepared.archive());
            narrator.say("ticket", ticket);

            // 4. Wait. Not being ready in time is no error: wait again, from another process if you like.
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(5));
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new IllegalStateException("Not signed: " + outcome.status());
            }

            // 5. Retrieve it. What does not verify is never handed over.
            RetrievedArchive retrieved = client.submissions().retrieve(ticket, work);
            try (SignedArchive archive = SignedArchive.open(retrieved.file(), FormatLimits.defaults())) {
                narrator.signers(input.packages(), archive);
            }
            narrator.say("result", retrieved.file() + " (verified)");
            narrator.testOnly();
            return retrieved;
        }
    }
}

package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.client.Submissions;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.prepare.PreparedSubmission;
import io.oemingest.core.prepare.PreparerOptions;
import io.oemingest.core.prepare.SubmissionPreparer;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.submission.ExpectedSubmission;
import io.oemingest.core.submission.PartialImage;
import io.oemingest.core.submission.SignedArchive;
import io.oemingest.core.submission.SignedArchiveVerifier;
import io.oemingest.emulator.IngestionEmulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/**
 * A context-free partial image: packages alone; who had test-signed each decides who signs it. Keeps a receipt from
 * which another process can go on, and unpacks what came back. Arguments as for {@link PartialImageSample}.
 */
public final class ContextFreeSample {
    private ContextFreeSample() {}

    /** Ends with an exception, and so with a failing exit code, unless everything was signed and verified. */
    public static void main(String... args) throws Exception {
        SampleArguments arguments = SampleArguments.of("context-free", args);
        try (IngestionEmulator emulator = arguments.emulator()) {
            run(emulator, arguments.input(emulator), arguments.workFolder());
        }
    }

    static Path run(IngestionEmulator emulator, SampleInput input, Path work) throws Exception {
        Narrator narrator = new Narrator(System.out);
        narrator.title("Context-free partial image");
        var submission = new PartialImage.ContextFree(input.packages(), ProductType.WINDOWS_PHONE_THRESHOLD);
        PreparedSubmission prepared = new SubmissionPreparer(PreparerOptions.of("ContextFreeSample", "1"))
                .prepare(submission, Files.createDirectories(work));
        narrator.say("prepared", prepared.archive());
        narrator.report(prepared.report());

        TrustPolicy trust = TrustPolicy.emulatedRetail(
                emulator.retailRoots(), InstantSource.system().instant());
        var settings = IngestionClient.builder().service(emulator.uri()).token(emulator.token());
        try (IngestionClient client = settings.trust(trust).progress(narrator).build()) {
            // The receipt remembers how far this came: the same call, in another process too, goes on from there.
            Path receipt = work.resolve("receipt.json");
            Files.deleteIfExists(receipt); // one of an earlier run is for an emulator that is gone
            SubmissionTicket ticket = client.submissions().submit(prepared.archive(), receipt);
            narrator.say("ticket", ticket + ", also in " + receipt);
            awaitSigned(client.submissions(), ticket, narrator);

            RetrievedArchive retrieved = client.submissions().retrieve(ticket, work);
            Path result = work.resolve(ticket.id());
            try (SignedArchive archive = SignedArchive.open(retrieved.file(), FormatLimits.defaults())) {
                narrator.signers(input.packages(), archive);
                // Only a verified archive can be unpacked.
                new SignedArchiveVerifier(trust, FormatLimits.defaults(), ProgressListener.NONE)
                        .verify(archive, ExpectedSubmission.of(ticket))
                        .extractTo(result);
            }
            narrator.say("result", result + " (verified, unpacked)");
            narrator.testOnly();
            return result;
        }
    }

    /** Looks every ten seconds at most; a service that is slow is no error, one that says "failed" is. */
    private static void awaitSigned(Submissions submissions, SubmissionTicket ticket, Narrator narrator) {
        SigningOutcome outcome = submissions.await(ticket, Duration.ofSeconds(10));
        while (outcome instanceof SigningOutcome.StillRunning running) {
            narrator.say("waiting", running.status().rawState());
            outcome = submissions.await(ticket, Duration.ofSeconds(10));
        }
        if (outcome instanceof SigningOutcome.Failed failed) {
            narrator.report(submissions.validationReport(ticket));
            throw new IllegalStateException(
                    ticket + " failed: " + failed.status().message());
        }
    }
}

package io.oemingest.samples;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetrievedArchive;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.signing.TrustPolicy;
import io.oemingest.core.signing.VerificationException;
import io.oemingest.emulator.IngestionEmulator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** The way of a prepared archive through the service, as {@link PartialImageSample} shows it step by step. */
final class SampleService {
    private final IngestionEmulator emulator;
    private final Narrator narrator;

    SampleService(IngestionEmulator emulator, Narrator narrator) {
        this.emulator = emulator;
        this.narrator = narrator;
    }

    /** Whom a client of the emulator believes. */
    TrustPolicy trust() {
        return TrustPolicy.emulatedRetail(
                emulator.retailRoots(), InstantSource.system().instant());
    }

    /** To be closed by the caller. */
    IngestionClient client() {
        return IngestionClient.builder()
                .service(emulator.uri())
                .token(emulator.token())
                .trust(trust())
                .progress(narrator)
                .build();
    }

    /** Submits, waits and retrieves. @throws IllegalStateException if the service does not sign */
    RetrievedArchive signed(Path archive, Path work) throws IOException, VerificationException {
        try (IngestionClient client = client()) {
            SubmissionTicket ticket = client.submissions().submit(archive);
            narrator.say("ticket", ticket);
            SigningOutcome outcome = client.submissions().await(ticket, Duration.ofMinutes(5));
            if (!(outcome instanceof SigningOutcome.Signed)) {
                throw new IllegalStateException("Not signed: " + outcome.status());
            }
            return client.submissions().retrieve(ticket, work);
        }
    }
}

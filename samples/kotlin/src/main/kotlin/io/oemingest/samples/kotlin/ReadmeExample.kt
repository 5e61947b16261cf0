package io.oemingest.samples.kotlin

import io.oemingest.client.IngestionClient
import io.oemingest.client.SigningOutcome
import io.oemingest.core.prepare.PreparerOptions
import io.oemingest.core.prepare.SubmissionPreparer
import io.oemingest.core.signing.TrustPolicy
import io.oemingest.core.submission.FirmwareSubmission
import java.net.URI
import java.nio.file.Path
import java.time.Duration

/** The ten lines of the README. */
fun sign(
    submission: FirmwareSubmission,
    service: URI,
    token: String,
    trust: TrustPolicy,
    folder: Path,
): Path {
    val prepared =
        SubmissionPreparer(PreparerOptions.of("my-build", "1.0")).prepare(submission, folder)
    IngestionClient.builder().service(service).token(token).trust(trust).build().use { client ->
        val ticket = client.submissions().submit(prepared.archive())
        return when (val outcome = client.submissions().await(ticket, Duration.ofHours(2))) {
            is SigningOutcome.Signed -> client.submissions().retrieve(ticket, folder).file()
            is SigningOutcome.Failed -> error("$ticket failed: ${outcome.status().message()}")
            is SigningOutcome.StillRunning -> error("$ticket is not ready, ask again later")
        }
    }
}

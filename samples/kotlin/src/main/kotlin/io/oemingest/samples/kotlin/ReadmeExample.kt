package io.oemingest.samples.kotlin

import io.oemingest.client.IngestionClient
import io.oemingest.client.SigningOutcome
import io.oemingest.core.model.ProductType
import io.oemingest.core.prepare.PreparerOptions
import io.oemingest.core.prepare.SubmissionPreparer
import io.oemingest.core.submission.PartialImage
import java.nio.file.Path
import java.time.Duration

/** The ten lines of the README, compiled so that they stay true. */
internal fun signed(client: IngestionClient, packages: Path, work: Path): Path {
    // README
    val submission = PartialImage.ContextFree(packages, ProductType.WINDOWS_PHONE_THRESHOLD)
    val prepared = SubmissionPreparer(PreparerOptions.of("my-tool", "1")).prepare(submission, work)
    val ticket = client.submissions().submit(prepared.archive)
    return when (val outcome = client.submissions().await(ticket, Duration.ofMinutes(5))) {
        is SigningOutcome.Signed -> client.submissions().retrieve(ticket, work).file // verified
        is SigningOutcome.Failed -> error("Failed: ${outcome.status()}")
        is SigningOutcome.StillRunning -> error("Not yet: ${outcome.status()}")
    }
    // README
}

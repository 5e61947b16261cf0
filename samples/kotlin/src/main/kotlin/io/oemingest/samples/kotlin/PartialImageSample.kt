package io.oemingest.samples.kotlin

import io.oemingest.client.IngestionClient
import io.oemingest.client.RetrievedArchive
import io.oemingest.client.SigningOutcome
import io.oemingest.core.model.ProductType
import io.oemingest.core.prepare.PreparerOptions
import io.oemingest.core.prepare.SubmissionPreparer
import io.oemingest.core.signing.TrustPolicy
import io.oemingest.core.submission.PartialImage
import io.oemingest.emulator.IngestionEmulator
import io.oemingest.samples.SampleArguments
import io.oemingest.samples.SampleInput
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.time.InstantSource

/**
 * A contextual partial image: packages that travel with the history of their image. Arguments:
 * `[WORK-FOLDER [INPUT-FOLDER ROOTS.pem]]`, as for the Java sample of the same name.
 */
fun main(vararg args: String) {
    val arguments = SampleArguments.of("partial-image-kotlin", *args)
    arguments.emulator().use { emulator ->
        val signed = signInContext(emulator, arguments.input(emulator), arguments.workFolder)
        println("result     ${signed.file} (verified)")
        for (each in signed.manifest.files) {
            println(
                "signed     ${each.file.path}: EKUs ${each.ekus}, thumbprint ${each.signerThumbprint}"
            )
        }
    }
    println(
        "WARNING    Everything above is TEST-signed. No retail device accepts it; do not install its roots."
    )
}

/** Prepares, submits, waits, retrieves and verifies; throws unless all of it succeeds. */
fun signInContext(emulator: IngestionEmulator, input: SampleInput, work: Path): RetrievedArchive {
    val submission =
        PartialImage.Contextual(
            input.updateHistory,
            input.oemInput,
            input.packages,
            ProductType.WINDOWS_PHONE_THRESHOLD,
        )
    val prepared =
        SubmissionPreparer(PreparerOptions.of("PartialImageSample.kt", "1"))
            .prepare(submission, Files.createDirectories(work))
    println("prepared   ${prepared.archive}")
    println(prepared.report.toText().trimEnd().prependIndent("           "))

    val trust = TrustPolicy.emulatedRetail(emulator.retailRoots(), InstantSource.system().instant())
    val settings =
        IngestionClient.builder().service(emulator.uri()).token(emulator.token()).trust(trust)
    settings.build().use { client ->
        val ticket = client.submissions().submit(prepared.archive)
        println("ticket     $ticket")
        return when (val outcome = client.submissions().await(ticket, Duration.ofMinutes(5))) {
            is SigningOutcome.Signed -> client.submissions().retrieve(ticket, work)
            is SigningOutcome.Failed ->
                error(client.submissions().validationReport(ticket).toText())
            is SigningOutcome.StillRunning ->
                error("Still ${outcome.status.rawState}: wait again later")
        }
    }
}

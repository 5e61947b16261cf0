package io.oemingest.samples.kotlin

import io.oemingest.client.IngestionClient
import io.oemingest.client.RequestsForUpdate
import io.oemingest.client.UpdateOutcome
import io.oemingest.core.model.Baseline
import io.oemingest.core.model.FirmwareVersion
import io.oemingest.core.model.PackageNames
import io.oemingest.core.model.PhoneOperatorPairing
import io.oemingest.core.model.ProductType
import io.oemingest.core.model.RequestForUpdateTicket
import io.oemingest.core.model.SubmissionTicket
import io.oemingest.core.model.WspcStatus
import io.oemingest.core.update.ApprovalParty
import io.oemingest.core.update.RequestForUpdate
import io.oemingest.core.update.UpdateOrder
import io.oemingest.core.update.UpdateStage
import io.oemingest.core.update.UpdateType
import io.oemingest.emulator.EmulatedAccount
import io.oemingest.emulator.IngestionEmulator
import java.time.Duration

/**
 * An update between two images that the service has signed before, approved by OEM and operator.
 */
fun main() {
    IngestionEmulator.builder()
        .account("Contoso", "token-of-contoso")
        .account(EmulatedAccount.ofMobileOperator(PHONE.operatorName, "token-of-operator"))
        .start()
        .use { emulator ->
            val live = ship(emulator)
            println("live       ${live.target.firmwareVersion}, approved by ${live.approvals.size}")
        }
}

/** Asks for the update, and goes on with it until it is live; throws unless it gets there. */
fun ship(emulator: IngestionEmulator): RequestForUpdate {
    val source = image(emulator, "IMAGE1", "1.0.0.0")
    val target = image(emulator, "IMAGE2", "1.1.0.0")
    val order =
        UpdateOrder.of(target, source, UpdateType.RETAIL_SERVICING)
            .forPhone(PHONE.modelName, PHONE.operatorName)
    val settings = IngestionClient.builder().service(emulator.uri())
    settings.token(emulator.token("Contoso")).build().use { oem ->
        settings.token(emulator.token(PHONE.operatorName)).build().use { operator ->
            val ticket = oem.requestsForUpdate().create(order).ticket
            println("request    $ticket")
            oem.requestsForUpdate().waited(ticket, UpdateStage.PREVIEW)
            println("preview    $ticket")
            oem.requestsForUpdate().approve(ticket, ApprovalParty.OEM)
            operator.requestsForUpdate().approve(ticket, ApprovalParty.MOBILE_OPERATOR)
            return oem.requestsForUpdate().waited(ticket, UpdateStage.LIVE)
        }
    }
}

private fun RequestsForUpdate.waited(
    ticket: RequestForUpdateTicket,
    stage: UpdateStage,
): RequestForUpdate =
    when (val outcome = await(ticket, stage, Duration.ofMinutes(5))) {
        is UpdateOutcome.Reached -> outcome.request
        is UpdateOutcome.Failed -> error("${outcome.request.status.errorMessage}")
        is UpdateOutcome.StillRunning ->
            error("Still ${outcome.request.stageWord}: wait again later")
    }

/** An image of the past, known by the names of its packages. */
private fun image(emulator: IngestionEmulator, code: String, version: String): SubmissionTicket {
    val ticket = SubmissionTicket("TKT-SIGN-TEST-$code")
    val packages = PackageNames.of(listOf("Contoso.BASE.Phone.MainOS"))
    val baseline =
        Baseline(
            ProductType.WINDOWS_PHONE_BLUE,
            PHONE,
            FirmwareVersion.parse(version),
            ticket,
            packages,
        )
    emulator.addImage("Contoso", baseline, WspcStatus.BASELINE)
    return ticket
}

private val PHONE = PhoneOperatorPairing("Contoso", "CO-1045_1011", "000-DE")

package io.oemingest.samples.kotlin

import io.oemingest.core.update.ApprovalParty
import io.oemingest.core.update.UpdateStage
import io.oemingest.emulator.EmulatedAccount
import io.oemingest.emulator.IngestionEmulator
import java.time.Duration
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class UpdateSampleTest {
    @Test
    fun bringsTheUpdateToThePhones() {
        val settings =
            IngestionEmulator.builder()
                .account("Contoso", "token-of-contoso")
                .account(EmulatedAccount.ofMobileOperator("000-DE", "token-of-operator"))
                .quickKeys()
                .pollingFloor(Duration.ZERO)
        settings.start().use { emulator ->
            val live = ship(emulator)

            assertThat(live.ticket.id).isEqualTo("TKT-RFU-TEST-IMAGE2-1")
            assertThat(live.stage).isEqualTo(UpdateStage.LIVE)
            assertThat(live.approvals).containsExactlyInAnyOrder(*ApprovalParty.values())
            assertThat(live.operations.map { it.name to it.by })
                .containsExactly(
                    "Create" to "Contoso",
                    "Generate" to null,
                    "Preview" to null,
                    "ApproveAsOem" to "Contoso",
                    "ApproveAsMobileOperator" to "000-DE",
                    "Publish" to null,
                )
        }
    }
}

package io.oemingest.samples.kotlin

import io.oemingest.client.RetrievedArchive
import io.oemingest.emulator.IngestionEmulator
import io.oemingest.samples.SampleArguments
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.nio.file.Files
import java.nio.file.Path
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir

class PartialImageSampleTest {
    @TempDir lateinit var work: Path

    @Test
    fun signsEveryPackageByTheSignerOfItsUsages() {
        IngestionEmulator.builder().quickKeys().start().use { emulator ->
            val input = SampleArguments.of("kotlin", work.toString()).input(emulator)

            lateinit var signed: RetrievedArchive
            captured { signed = signInContext(emulator, input, work.resolve("result")) }

            assertThat(signed.file).isRegularFile().hasFileName("Contoso.${signed.ticket}.zip")
            assertThat(signed.manifest.files.map { it.file.path to it.ekus.toString() })
                .containsExactly(
                    "packages/Contoso.BASE.Phone.EFIESP.spkg" to OEM,
                    "packages/Contoso.BASE.Phone.MainOS.spkg" to OEM,
                    "packages/Contoso.BASE.Phone.PLAT.spkg" to OEM,
                    "packages/Contoso.CONTOSO_ONE.Customizations.MainOS.spkg" to OEM,
                    "packages/Contoso.Display.MainOS.cab" to OEM,
                    "packages/Contoso.HalExtensions.MainOS.spkg" to HAL,
                )
        }
    }

    @Test
    fun tellsWhatItDoes() {
        val printed = captured { main(work.toString()) }

        assertThat(printed.lines().map { it.substringBefore(' ') }.filter { it.isNotEmpty() })
            .containsExactly(
                "prepared",
                "ticket",
                "result",
                "signed",
                "signed",
                "signed",
                "signed",
                "signed",
                "signed",
                "WARNING",
            )
        assertThat(printed).contains("Acceptable: 0 blocking, 0 warnings", "(verified)")
        assertThat(Files.list(work).use { it.toList() }).anyMatch {
            it.fileName.toString().startsWith("Contoso.TKT-")
        }
    }

    private fun captured(program: () -> Unit): String {
        val before = System.out
        val printed = ByteArrayOutputStream()
        System.setOut(PrintStream(printed, true, Charsets.UTF_8))
        try {
            program()
        } finally {
            System.setOut(before)
        }
        return printed.toString(Charsets.UTF_8)
    }

    private companion object {
        const val OEM = "1.3.6.1.4.1.311.76.5.40"
        const val HAL = "1.3.6.1.4.1.311.61.5.1+1.3.6.1.4.1.311.76.5.20"
    }
}

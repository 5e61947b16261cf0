package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.report.JsonReport;
import io.oemingest.emulator.fixture.Fixture;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of images, from upload to verdict. */
class FfuCatalogServiceTest {
    @TempDir
    private Path folder;

    @Test
    void anImageForAnotherOemsPhoneIsRefusedWithTheOemIdOfBoth() throws Exception {
        Outcome outcome = outcomeOf(Fixture.breaking("FFU-01"));
        assertThat(outcome.state()).isEqualTo("Failed");
        assertThat(outcome.status()).contains("\"reason\":\"OemIdMismatch\"");
        assertThat(outcome.findings())
                .containsExactly(new Finding(
                        RuleId.of("FFU-01"),
                        Severity.BLOCK,
                        Location.ofFile("ffu/head.bin"),
                        "The image is for FABRIKAM.MSM8974.F1, and the account is that of CONTOSO.",
                        "Submit images of your own devices; the platform id begins with the OEM id.",
                        Map.of("account", "CONTOSO")));
    }

    @Test
    void hashesThatAreNotThoseOfTheCatalogAreRefused() throws Exception {
        Outcome outcome = outcomeOf(Fixture.breaking("FFU-02"));
        assertThat(outcome.state()).isEqualTo("Failed");
        assertThat(outcome.status()).contains("\"reason\":\"CatalogIntegrity\"");
        assertThat(outcome.findings()).extracting(Finding::rule).containsExactly(RuleId.of("FFU-02"));
    }

    @Test
    void anImageForTheAccountsOwnPhoneIsSigned() throws Exception {
        Fixture sound = Fixture.sound().stream()
                .filter(each -> each.name().equals("ffu-catalog"))
                .findFirst()
                .orElseThrow();
        Outcome outcome = outcomeOf(sound);
        assertThat(outcome.state()).isEqualTo("Signed");
        assertThat(outcome.findings()).isEmpty();
    }

    private record Outcome(String state, String status, List<Finding> findings) {}

    private Outcome outcomeOf(Fixture fixture) throws Exception {
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                .quickKeys()
                .account(fixture.account("secret"))
                .start()) {
            HttpOem oem = new HttpOem(emulator.uri(), "secret");
            Path archive = fixture.writeTo(folder.resolve("input"), emulator::inputSigner)
                    .writeArchive(folder.resolve("a.zip"));
            String ticket = oem.ticketOf(oem.submit(archive));
            String state = oem.finalState(ticket);
            byte[] report =
                    oem.get("v1/submissions/" + ticket + "/validation-report").body();
            return new Outcome(
                    state,
                    HttpOem.text(oem.get("v1/submissions/" + ticket)),
                    JsonReport.read(new ByteArrayInputStream(report), "report", FormatLimits.defaults())
                            .findings());
        }
    }
}

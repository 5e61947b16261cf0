package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Catalogs of images at the service: who may submit which. */
class FfuCatalogTest {
    @TempDir
    private Path folder;

    private TestArchives archives;

    @BeforeEach
    void makeInput() {
        archives = new TestArchives(folder.resolve("in"));
    }

    @Test
    void signsTheCatalogOfTheAccountsOwnDevice() throws Exception {
        Submission done = submitted(archives.ffuCatalog("Contoso.MSM8974.P6180", "CONTOSO.*.P6181"));
        assertThat(done.failure()).isNull();
        assertThat(done.state()).isEqualTo(SubmissionState.SIGNED);
    }

    @Test
    void refusesAnotherOemsDevice() throws Exception {
        Submission done = submitted(archives.ffuCatalog("Contoso.MSM8974.P6180", "Fabrikam.MSM8974.P1"));
        assertThat(done.state()).isEqualTo(SubmissionState.FAILED);
        assertThat(done.failure().reason()).isEqualTo(ReasonCode.OEM_ID_MISMATCH);
        assertThat(done.failure().detail())
                .contains(
                        "FFU-01 ffu/head.bin: The image is for Fabrikam.MSM8974.P1, and the account is that of Contoso.");
    }

    @Test
    void refusesAnImageForEveryDevice() throws Exception {
        Submission done = submitted(archives.ffuCatalog("*"));
        assertThat(done.failure().reason()).isEqualTo(ReasonCode.OEM_ID_MISMATCH);
    }

    @Test
    void refusesAnAccountThatMaySubmitNoCatalogs() throws Exception {
        byte[] archive = archives.ffuCatalog("Fabrikam.MSM8974.P1");
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            Refusal refused = Refused.by(() -> fixture.submitted(EngineFixture.FABRIKAM, archive));
            assertThat(refused.reason()).isEqualTo(ReasonCode.PERMISSION_DENIED);
            assertThat(refused.permission()).isEqualTo("FfuCatalog");
            assertThat(fixture.files()).isEmpty();
        }
    }

    private Submission submitted(byte[] archive) throws IOException, Refusal {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            Submission made = fixture.submitted(EngineFixture.CONTOSO, archive).submission();
            fixture.queue.runAll();
            return fixture.engine.submission(
                    EngineFixture.CONTOSO, made.ticket().id());
        }
    }
}

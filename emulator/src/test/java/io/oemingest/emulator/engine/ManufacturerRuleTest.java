package io.oemingest.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "PhoneManufacturer must be a valid OEM ID" (DTI): at the service, the one of the account. */
class ManufacturerRuleTest {
    @TempDir
    private Path folder;

    @Test
    void refusesAnImageOfAnotherManufacturer() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            Submission done = judged(fixture, EngineFixture.FABRIKAM);
            assertThat(done.state()).isEqualTo(SubmissionState.FAILED);
            assertThat(done.failure().reason()).isEqualTo(ReasonCode.OEM_ID_MISMATCH);
            assertThat(blocking(fixture, EngineFixture.FABRIKAM, done))
                    .extracting(Finding::toString)
                    .containsExactly("DTI-03 packages/Contoso.DEMO.Customizations.MainOS.spkg (2_Contoso.reg):"
                            + " PhoneManufacturer is 'Contoso', the account's OEM ID is Fabrikam. Mend: Set"
                            + " PhoneManufacturer to the registered OEM ID, or submit with the account of that"
                            + " OEM.");
        }
    }

    @Test
    void acceptsTheManufacturerThatSubmits() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            Submission done = judged(fixture, EngineFixture.CONTOSO);
            assertThat(blocking(fixture, EngineFixture.CONTOSO, done)).isEmpty();
            assertThat(done.state()).isEqualTo(SubmissionState.SIGNED);
        }
    }

    private Submission judged(EngineFixture fixture, Account account) throws Exception {
        byte[] image = new TestArchives(folder.resolve("in")).image(false, "1.0.0.1", "Display");
        String ticket = fixture.submitted(account, image).submission().ticket().id();
        fixture.queue.runAll();
        return fixture.engine.submission(account, ticket);
    }

    private static List<Finding> blocking(EngineFixture fixture, Account account, Submission done) throws Exception {
        return fixture.engine.validationReport(account, done.ticket().id()).findings(Severity.BLOCK);
    }
}

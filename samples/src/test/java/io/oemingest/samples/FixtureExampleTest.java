package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.SigningOutcome;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.emulator.IngestionEmulator;
import io.oemingest.emulator.fixture.Fixture;
import io.oemingest.emulator.fixture.FixtureFiles;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's test with a fixture, run so that it stays true. */
class FixtureExampleTest {
    @TempDir
    Path folder;

    // README
    @Test
    void theServiceRefusesAPackageThatIsMarkedTest() throws Exception {
        Fixture fixture = Fixture.breaking("PKG-04"); // Fixture.sound() has one of each kind that breaks none
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                        .quickKeys()
                        .account(fixture.account("secret"))
                        .start();
                IngestionClient client = IngestionClient.builder()
                        .service(emulator.uri())
                        .token("secret")
                        .build()) {
            FixtureFiles files = fixture.writeTo(folder.resolve("input"), emulator::inputSigner);
            files.enterInto(emulator); // the baselines and the image before, where the rule needs them
            SubmissionTicket ticket = client.submissions().submit(files.writeArchive(folder.resolve("a.zip")));
            assertThat(client.submissions().await(ticket, Duration.ofMinutes(1)))
                    .isInstanceOf(SigningOutcome.Failed.class);
            assertThat(client.submissions().validationReport(ticket).findings())
                    .extracting(Finding::rule)
                    .containsExactly(fixture.rule());
        }
    }
    // README
}

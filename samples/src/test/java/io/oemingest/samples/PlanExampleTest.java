package io.oemingest.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.oemingest.client.AppliedPlan;
import io.oemingest.client.IngestionClient;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.emulator.IngestionEmulator;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanExampleTest {
    private static final SubmissionTicket FIRST = new SubmissionTicket("TKT-SIGN-TEST-IMAGE1");
    private static final SubmissionTicket SECOND = new SubmissionTicket("TKT-SIGN-TEST-IMAGE2");

    @Test
    void asksOnceAndSaysWhyThereIsNoWayBack() throws Exception {
        try (IngestionEmulator emulator = IngestionEmulator.builder()
                        .quickKeys()
                        .workByHand()
                        .account("Contoso", "secret")
                        .start();
                IngestionClient client = IngestionClient.builder()
                        .service(emulator.uri())
                        .token("secret")
                        .build()) {
            emulator.addImage("Contoso", image(FIRST, "1.0.0.0"), WspcStatus.BASELINE);
            emulator.addImage("Contoso", image(SECOND, "2.0.0.0"), WspcStatus.BASELINE);

            AppliedPlan first = PlanExample.updated(client, FIRST, SECOND);
            AppliedPlan again = PlanExample.updated(client, FIRST, SECOND);

            assertThat(first.steps()).extracting(AppliedPlan.Step::made).containsExactly(true);
            assertThat(again.steps()).isEmpty();
            assertThat(again.isComplete()).isTrue();
            assertThat(client.requestsForUpdate().list().items()).hasSize(1);
            assertThatIllegalStateException()
                    .isThrownBy(() -> PlanExample.updated(client, SECOND, FIRST))
                    .withMessageContaining(": not possible\n  Block RFU-16 ");
        }
    }

    private static Baseline image(SubmissionTicket ticket, String version) {
        return new Baseline(
                ProductType.WINDOWS_PHONE_BLUE,
                new PhoneOperatorPairing("Contoso", "D100 ROW", "000-DE"),
                FirmwareVersion.parse(version),
                ticket,
                PackageNames.of(List.of("Contoso.BASE.Phone.MainOS")));
    }
}

package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.testing.PastImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that name no phone, as those for Windows Phone 8.0 may (RFU-29): they are for the phones of the image. */
class UpdateOfAnyPhoneTest {
    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private UpdateDesk desk;

    @BeforeEach
    void start() throws IOException {
        fixture = new EngineFixture(folder.resolve("data"));
        desk = fixture.engine.requestsForUpdate();
        for (String device : List.of("D1", "D2")) {
            for (int version = 1; version <= 3; version++) {
                fixture.engine.enterImage(
                        CONTOSO,
                        PhoneImages.ticket(device + "IMG" + version),
                        PastImage.of(device, "000-DE", version + ".0.0.0")
                                .system("8.0.10211.204")
                                .contents(),
                        WspcStatus.BASELINE);
            }
        }
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void twoRequestsDoNotStartFromOneSourceBecauseOneOfThemNamesNoPhone() throws Exception {
        desk.create(CONTOSO, order("D1IMG1", "D1IMG2"));

        Refusal refusal =
                Refused.by(() -> desk.create(CONTOSO, order("D1IMG1", "D1IMG3").forPhone("D1", "000-DE")));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
        refusal = Refused.by(() -> desk.create(CONTOSO, order("D1IMG1", "D1IMG3")));
        assertThat(refusal.reason()).isEqualTo(ReasonCode.DUPLICATE_SOURCE);
    }

    @Test
    void theChainOfOnePhoneIsNotThatOfAnother() throws Exception {
        desk.create(CONTOSO, order("D1IMG1", "D1IMG2"));
        desk.create(CONTOSO, order("D2IMG1", "D2IMG2"));

        assertThat(desk.create(CONTOSO, order("D1IMG2", "D1IMG3").forPhone("D1", null))
                        .ticket())
                .hasToString("TKT-RFU-TEST-D1IMG3-1");
    }

    private static UpdateOrder order(String source, String target) {
        return UpdateOrder.of(PhoneImages.ticket(target), PhoneImages.ticket(source), UpdateType.RETAIL_SERVICING);
    }
}

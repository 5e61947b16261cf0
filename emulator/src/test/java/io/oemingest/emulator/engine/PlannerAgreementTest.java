package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.update.HistoryWire;
import io.oemingest.core.model.Baseline;
import io.oemingest.core.model.FirmwareVersion;
import io.oemingest.core.model.PackageNames;
import io.oemingest.core.model.PhoneOperatorPairing;
import io.oemingest.core.model.ProductType;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.PhoneHistory;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdatePlanner;
import io.oemingest.core.update.UpdatePolicy;
import io.oemingest.core.update.UpdateType;
import io.oemingest.core.update.UpdateVerdict;
import io.oemingest.core.validation.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan foresees out of what the service tells is what the service answers, in 10,000 situations by chance. */
class PlannerAgreementTest {
    private static final int PHONES = 500;
    private static final int ORDERS = 20;
    private static final int IMAGES = 7;
    private static final long SEED = 20_261_125;

    @TempDir
    private Path folder;

    private final Random chance = new Random(SEED);
    private final UpdatePlanner planner = new UpdatePlanner(UpdatePolicy.STRICT, "TEST");
    private final Set<String> reasons = new TreeSet<>();

    @Test
    void foreseesEveryAnswer() throws Exception {
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            for (int phone = 0; phone < PHONES; phone++) {
                enterImages(fixture, "D" + phone);
                judgeOrders(fixture, "D" + phone);
            }
        }
        assertThat(reasons)
                .containsExactly(
                        "ChainBroken",
                        "DuplicateSource",
                        "SourceNotBaseline",
                        "TargetNotBaseline",
                        "TicketDoesNotExist",
                        "ValidationFailed",
                        "VersionNotIncreasing",
                        "accepted");
    }

    private void judgeOrders(EngineFixture fixture, String device) throws Exception {
        UpdateDesk desk = fixture.engine.requestsForUpdate();
        for (int i = 0; i < ORDERS; i++) {
            UpdateType type = chance.nextBoolean() ? UpdateType.TRIAL : UpdateType.RETAIL_SERVICING;
            UpdateOrder order = PhoneImages.order(code(), code(), device, type);
            PhoneHistory told = desk.history(CONTOSO, device, "000-DE", List.of());
            PhoneHistory heard = HistoryWire.toModel(HistoryWire.toWire(told), "history");
            assertThat(heard).isEqualTo(told);
            UpdateVerdict foreseen = planner.judge(heard, order);
            try {
                RequestForUpdate made = desk.create(CONTOSO, order);
                assertThat(foreseen.acceptable()).as("%s", order).isTrue();
                assertThat(made.warnings()).isEqualTo(foreseen.findings(Severity.WARN));
                reasons.add("accepted");
            } catch (Refusal e) {
                assertThat(e.reason()).as("%s", order).isEqualTo(foreseen.reason());
                assertThat(e.findings()).isEqualTo(foreseen.findings());
                reasons.add(e.reason().text());
            }
        }
    }

    /** Some of the images that may be asked for, with versions, statuses and packages by chance. */
    private void enterImages(EngineFixture fixture, String device) {
        for (int i = 1; i < IMAGES; i++) {
            WspcStatus status = WspcStatus.values()[chance.nextInt(WspcStatus.values().length)];
            WspcStatus likely = chance.nextInt(3) == 0 ? status : WspcStatus.BASELINE;
            Baseline image = new Baseline(
                    ProductType.WINDOWS_PHONE_BLUE,
                    new PhoneOperatorPairing("Contoso", device, "000-DE"),
                    new FirmwareVersion(1 + chance.nextInt(IMAGES), 0, 0, 0),
                    PhoneImages.ticket("IMAGE" + i),
                    PackageNames.of(chance.nextInt(4) == 0 ? List.of("A", "B") : List.of("A")));
            fixture.engine.enterImage(new BookedImage(CONTOSO.clientId(), image, likely));
        }
    }

    private String code() {
        return "IMAGE" + (1 + chance.nextInt(IMAGES));
    }
}

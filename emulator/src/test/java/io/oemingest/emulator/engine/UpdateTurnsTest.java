package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.PhoneImages.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that ask for updates of one phone at the same moment. */
class UpdateTurnsTest {
    private static final int CLIENTS = 4;
    private static final int PHONES = 200;

    @TempDir
    private Path folder;

    @Test
    void oneOfThemGetsTheSourceAndTheOthersAreRefused() throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try (EngineFixture fixture = new EngineFixture(folder.resolve("data"))) {
            UpdateDesk desk = fixture.engine.requestsForUpdate();
            CyclicBarrier together = new CyclicBarrier(CLIENTS);
            for (int phone = 0; phone < PHONES; phone++) {
                String device = "D" + phone;
                String source = enter(fixture, device, "A", "1.0.0.0");
                List<Callable<String>> calls = new ArrayList<>();
                for (int client = 0; client < CLIENTS; client++) {
                    String target = enter(fixture, device, "B" + client, client + 2 + ".0.0.0");
                    calls.add(() -> {
                        together.await();
                        return asked(desk, source, target, device);
                    });
                }
                List<String> answers = new ArrayList<>();
                for (Future<String> each : clients.invokeAll(calls)) {
                    answers.add(each.get());
                }
                assertThat(answers).containsExactlyInAnyOrder("made", "refused", "refused", "refused");
            }
            assertThat(desk.list(CONTOSO, new UpdateQuery(null, null, null, null, null, 200))
                            .items())
                    .extracting(RequestForUpdate::source)
                    .doesNotHaveDuplicates()
                    .hasSize(PHONES);
        } finally {
            clients.shutdownNow();
        }
    }

    private static String asked(UpdateDesk desk, String source, String target, String device) {
        try {
            desk.create(CONTOSO, order(source, target, device, UpdateType.RETAIL_SERVICING));
            return "made";
        } catch (Refusal e) {
            return e.reason() == ReasonCode.DUPLICATE_SOURCE ? "refused" : e.getMessage();
        }
    }

    private static String enter(EngineFixture fixture, String device, String prefix, String version) {
        String code = (device + prefix + "XXXX").substring(0, 6);
        fixture.engine.enterImage(PhoneImages.image(CONTOSO, code, device, version, WspcStatus.BASELINE));
        return code;
    }
}

package io.oemingest.emulator.engine;

import static io.oemingest.emulator.engine.EngineFixture.CONTOSO;
import static io.oemingest.emulator.engine.EngineFixture.OPERATOR;
import static io.oemingest.emulator.engine.PhoneImages.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.model.WspcStatus;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of few requests out of many: the oldest two of them are trials, and cancelled. */
class UpdateListTest {
    private static final int MANY = 300;
    private static final UpdateState CANCELLED = UpdateState.COMPLETED_FAILURE;

    @TempDir
    private Path folder;

    private EngineFixture fixture;
    private UpdateDesk desk;

    @BeforeEach
    void askForMany() throws Exception {
        fixture = new EngineFixture(folder.resolve("data"));
        desk = fixture.engine.requestsForUpdate();
        for (int phone = 1; phone <= MANY; phone++) {
            create(phone, phone <= 2 ? UpdateType.TRIAL : UpdateType.RETAIL_SERVICING);
        }
        desk.cancel(CONTOSO, ticket(1));
        desk.cancel(CONTOSO, ticket(2));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    @Test
    void findsThemByStateTypeOrBothWithoutALookAtTheOthers() throws Exception {
        for (Account party : List.of(CONTOSO, OPERATOR)) {
            assertThat(listed(party, new UpdateQuery(CANCELLED, null, null, null, null, 50)))
                    .containsExactly(2L, 1L);
            assertThat(listed(party, new UpdateQuery(null, UpdateType.TRIAL, null, null, null, 50)))
                    .containsExactly(2L, 1L);
            assertThat(listed(party, new UpdateQuery(CANCELLED, UpdateType.TRIAL, "p1", "000-de", null, 50)))
                    .containsExactly(1L);
        }
    }

    @Test
    void findsThatThereAreNoneWithoutALookAtTheOthers() throws Exception {
        assertThat(listed(CONTOSO, new UpdateQuery(null, null, null, "000-US", null, 50)))
                .isEmpty();
        assertThat(listed(OPERATOR, new UpdateQuery(null, null, null, "000-US", null, 50)))
                .isEmpty();
        assertThat(listed(
                        CONTOSO,
                        new UpdateQuery(UpdateState.IN_PROCESS_ON_TRACK, UpdateType.TRIAL, null, null, null, 50)))
                .isEmpty();
        assertThat(listed(CONTOSO, new UpdateQuery(null, null, "", null, null, 50)))
                .isEmpty();
    }

    @Test
    void goesOnWithTheNextPageWhateverHasChangedSince() throws Exception {
        UpdateQuery onTrack = new UpdateQuery(UpdateState.IN_PROCESS_ON_TRACK, null, null, null, null, 2);
        assertThat(listed(CONTOSO, onTrack)).containsExactly(300L, 299L);
        desk.cancel(CONTOSO, ticket(299));
        desk.cancel(CONTOSO, ticket(298));
        assertThat(listed(CONTOSO, new UpdateQuery(UpdateState.IN_PROCESS_ON_TRACK, null, null, null, "299", 2)))
                .containsExactly(297L, 296L);
        assertThat(listed(CONTOSO, new UpdateQuery(CANCELLED, null, null, null, null, 50)))
                .containsExactly(299L, 298L, 2L, 1L);
    }

    /** The numbers on the page, for which no more is read than what is on it and whether there is more. */
    private List<Long> listed(Account account, UpdateQuery query) throws Refusal {
        long before = fixture.updates.reads();
        List<Long> numbers = new ArrayList<>();
        for (RequestForUpdate each : desk.list(account, query).items()) {
            numbers.add(each.number());
        }
        assertThat(fixture.updates.reads() - before).isLessThanOrEqualTo(numbers.size() + 1);
        return numbers;
    }

    private void create(int phone, UpdateType type) throws Refusal, IOException {
        String device = "P" + phone;
        enter(code("A", phone), device, "1.0.0.0");
        enter(code("B", phone), device, "2.0.0.0");
        desk.create(CONTOSO, order(code("A", phone), code("B", phone), device, type));
    }

    private void enter(String code, String device, String version) {
        fixture.engine.enterImage(PhoneImages.image(CONTOSO, code, device, version, WspcStatus.BASELINE));
    }

    private static String code(String prefix, int phone) {
        return prefix + (10_000 + phone);
    }

    private static String ticket(int phone) {
        return "TKT-RFU-TEST-" + code("B", phone) + "-1";
    }
}

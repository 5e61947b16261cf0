package io.oemingest.emulator;

import static io.oemingest.emulator.UpdateWorld.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.emulator.UpdateWorld.Phone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Clients that act at the same moment, each over a connection of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class UpdatesAtOnceTest {
    private static final int ROUNDS = 60;
    private static final int CLIENTS = 4;

    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final CyclicBarrier together = new CyclicBarrier(CLIENTS);
    private UpdateWorld world;

    @BeforeAll
    void start() throws IOException {
        world = new UpdateWorld();
    }

    @AfterAll
    void stop() {
        clients.shutdownNow();
        world.close();
    }

    /** Something that one of several does over HTTP. */
    private interface Deed {
        HttpResponse<byte[]> done(HttpOem client, int number) throws Exception;
    }

    @Test
    void ofAllThatStartFromOneSourceOneIsMade() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Phone phone = world.phone();
            String[] ends = {"targetTicketId=B2", "targetTicketId=B3", "targetTicketId=B4", "targetTicketId=B2"};
            List<String> answers = atOnce((client, number) -> client.post(UpdateWorld.PATH, phone.order(ends[number])));
            assertThat(answers)
                    .containsOnlyOnce("201")
                    .allMatch(each -> each.equals("201") || each.startsWith("409 DuplicateSource RFU-21"));
        }
    }

    @Test
    void withAndWithoutANameOfThePhoneTheyAreOne() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Phone phone = world.phone();
            String[] names = {"", "deviceName=", "operatorId=", "deviceName= operatorId="};
            List<String> answers = atOnce((client, number) ->
                    client.post(UpdateWorld.PATH, phone.order("sourceTicketId=O1 targetTicketId=O2 " + names[number])));
            assertThat(answers)
                    .containsOnlyOnce("201")
                    .allMatch(each -> each.equals("201") || each.startsWith("409 DuplicateSource RFU-21"));
        }
    }

    @Test
    void ofApprovalAndCancellationOneWins() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            String address = world.phone().made("");
            UpdateWorld.shown(world.approve(world.contoso, "OEM", address));
            List<String> answers = atOnce((client, number) -> number % 2 == 0
                    ? world.approve(world.operator, "MobileOperator", address)
                    : client.post(address + "/cancellation", ""));
            world.emulator.runPendingWork();
            String stage = world.read(address).stage();
            if (stage.equals("Live")) {
                assertThat(answers)
                        .containsExactlyInAnyOrder(
                                "200", "409 InvalidState APR-06", "409 AlreadyLive CAN-02", "409 AlreadyLive CAN-02");
            } else {
                assertThat(stage).isEqualTo("Cancelled");
                assertThat(answers)
                        .containsExactlyInAnyOrder("204", "204", "409 InvalidState APR-06", "409 InvalidState APR-06");
            }
        }
    }

    @Test
    void aReplacementTakesThePlaceOfOneRequestOnce() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            Phone phone = world.phone();
            String older = phone.made("");
            String replaces = "targetTicketId=B3 replaces=" + older.substring(UpdateWorld.PATH.length() + 1);
            List<String> answers = atOnce((client, number) -> client.post(UpdateWorld.PATH, phone.order(replaces)));
            world.emulator.runPendingWork();

            assertThat(answers).containsOnlyOnce("201");
            RequestForUpdateJson replaced = world.read(older);
            assertThat(replaced.stage()).isEqualTo("Cancelled");
            assertThat(replaced.operations()).extracting(each -> each.name()).containsOnlyOnce("Replace");
        }
    }

    private List<String> atOnce(Deed deed) throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            int number = i;
            calls.add(() -> {
                HttpOem client = new HttpOem(world.emulator.uri(), "contoso");
                together.await();
                HttpResponse<byte[]> answer = deed.done(client, number);
                return answer.statusCode() < 300 ? Integer.toString(answer.statusCode()) : refusal(answer);
            });
        }
        List<String> answers = new ArrayList<>();
        for (Future<String> each : clients.invokeAll(calls)) {
            answers.add(each.get());
        }
        return answers;
    }
}

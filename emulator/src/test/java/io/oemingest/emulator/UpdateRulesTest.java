package io.oemingest.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.oemingest.core.internal.wire.RequestForUpdateJson;
import io.oemingest.emulator.UpdateRuleRows.Row;
import io.oemingest.emulator.UpdateWorld.Phone;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule for new requests is broken over HTTP, and kept by a request beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UpdateRulesTest {
    private UpdateWorld world;

    @BeforeAll
    void start() throws IOException {
        world = new UpdateWorld();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void answersWithTheReasonOfTheRuleWhereItIsBrokenAndNowhereElse(Row row) throws Exception {
        assertThat(told(asked(row.before(), row.broken()))).isEqualTo(row.answer());

        HttpResponse<byte[]> kept = asked(row.before(), row.sound());
        assertThat(kept.statusCode()).as(HttpOem.text(kept)).isEqualTo(201);
        assertThat(told(kept)).doesNotContain(row.rule());
    }

    private HttpResponse<byte[]> asked(String before, String members) throws Exception {
        Phone phone = world.phone();
        if (!before.isEmpty()) {
            UpdateWorld.made(phone.asks(before));
        }
        return phone.asks(members);
    }

    private static String told(HttpResponse<byte[]> answer) throws IOException {
        if (answer.statusCode() != 201) {
            return UpdateWorld.refusal(answer);
        }
        RequestForUpdateJson made = UpdateWorld.made(answer);
        return "201" + UpdateWorld.rules(made.warnings());
    }

    static List<Row> rows() {
        return UpdateRuleRows.all();
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.update.HistoryWire;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/phone-history}: what requests for update of a phone and operator are judged by. */
final class PhoneHistoryResource implements Resource {
    private static final String DEVICE = "device";
    private static final String OPERATOR = "operator";
    private static final String TICKETS = "tickets";

    private final IngestionEngine engine;

    PhoneHistoryResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        Map<String, String> query = QueryParameters.known(call.query(), Set.of(DEVICE, OPERATOR, TICKETS));
        String device = QueryParameters.required(query, DEVICE);
        String operator = QueryParameters.required(query, OPERATOR);
        return Answer.representation(HistoryWire.toWire(
                engine.requestsForUpdate().history(call.account(), device, operator, tickets(query.get(TICKETS)))));
    }

    private static List<SubmissionTicket> tickets(@Nullable String list) {
        return list == null
                ? List.of()
                : Stream.of(list.split(",", -1))
                        .filter(each -> !each.isBlank())
                        .map(SubmissionTicket::new)
                        .toList();
    }
}

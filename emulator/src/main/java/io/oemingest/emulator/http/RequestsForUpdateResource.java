package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.CreateRequestForUpdateJson;
import io.oemingest.core.internal.wire.RequestForUpdatePageJson;
import io.oemingest.core.internal.wire.update.OrderReader;
import io.oemingest.core.internal.wire.update.UpdateWire;
import io.oemingest.core.update.RequestForUpdate;
import io.oemingest.core.update.UpdateOrder;
import io.oemingest.core.update.UpdateState;
import io.oemingest.core.update.UpdateType;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Page;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.UpdateQuery;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** {@code /v1/requests-for-update}: makes requests and lists them. */
final class RequestsForUpdateResource implements Resource {
    private static final Set<String> FILTERS = Set.of("state", "type", "device", "operator", "cursor", "limit");

    private final IngestionEngine engine;

    RequestsForUpdateResource(IngestionEngine engine) {
        this.engine = engine;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal, IOException {
        MediaTypes.requireAccepted(call, Answer.JSON);
        return call.method().equals("POST") ? create(call) : list(call);
    }

    private Answer create(Call call) throws Refusal, HttpRefusal, IOException {
        UpdateOrder order = order(call.json(CreateRequestForUpdateJson.class));
        RequestForUpdate made = engine.requestsForUpdate().create(call.account(), order);
        return Answer.json(201, UpdateWire.toWire(made, false))
                .with("Location", "/v1/requests-for-update/" + made.ticket().id())
                .with("Retry-After", Seconds.roundedUp(engine.describe().pollingFloor()));
    }

    private static UpdateOrder order(CreateRequestForUpdateJson body) throws HttpRefusal {
        try {
            return OrderReader.read(body);
        } catch (IllegalArgumentException e) {
            throw HttpRefusal.badRequest(e.getMessage() + ".");
        }
    }

    private Answer list(Call call) throws Refusal, HttpRefusal {
        Map<String, String> filters = QueryParameters.known(call.query(), FILTERS);
        Page<RequestForUpdate> page = engine.requestsForUpdate().list(call.account(), query(filters));
        Answer answer = Answer.representation(new RequestForUpdatePageJson(
                page.items().stream().map(item -> UpdateWire.toWire(item, true)).toList(), page.nextCursor()));
        return Paging.linked(answer, call.path(), filters, page.nextCursor());
    }

    private static UpdateQuery query(Map<String, String> filters) throws HttpRefusal {
        String state = filters.get("state");
        String type = filters.get("type");
        UpdateState onlyState = UpdateState.parseOrNull(state);
        UpdateType onlyType = UpdateType.parseOrNull(type);
        if (state != null && onlyState == null) {
            throw HttpRefusal.badRequest("There is no state '" + state + "' of a request for update.");
        }
        if (type != null && onlyType == null) {
            throw HttpRefusal.badRequest("There is no type '" + type + "' of a request for update.");
        }
        return new UpdateQuery(
                onlyState,
                onlyType,
                filters.get("device"),
                filters.get("operator"),
                filters.get("cursor"),
                Paging.limit(filters.get("limit")));
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.internal.wire.CreateSubmissionJson;
import io.oemingest.core.internal.wire.SubmissionPageJson;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Page;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.Submission;
import io.oemingest.emulator.engine.SubmissionCreation;
import io.oemingest.emulator.engine.SubmissionQuery;
import io.oemingest.emulator.engine.SubmissionState;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code /v1/submissions}: makes submissions and lists them. */
final class SubmissionsResource implements Resource {
    private static final Set<String> FILTERS = Set.of("state", "type", "cursor", "limit");

    private final IngestionEngine engine;

    SubmissionsResource(IngestionEngine engine) {
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
        CreateSubmissionJson body = call.json(CreateSubmissionJson.class);
        String uploadId = required(body.uploadId(), "uploadId");
        String sha256 = required(body.sha256(), "sha256");
        SubmissionCreation creation = engine.createSubmission(call.account(), uploadId, sha256, body.resubmissionOf());
        Submission submission = creation.submission();
        engine.decisions().made(call.correlationId(), submission.ticket());
        Answer answer = Answer.json(creation.created() ? 202 : 200, SubmissionMapping.toWire(submission, null))
                .with("Location", "/v1/submissions/" + submission.ticket().id());
        return submission.state().isFinal()
                ? answer
                : answer.with("Retry-After", Seconds.roundedUp(engine.describe().pollingFloor()));
    }

    private static String required(@Nullable String value, String name) throws HttpRefusal {
        if (value == null || value.isBlank()) {
            throw HttpRefusal.badRequest("The body lacks '" + name + "'.");
        }
        return value;
    }

    private Answer list(Call call) throws Refusal, HttpRefusal {
        Map<String, String> filters = QueryParameters.known(call.query(), FILTERS);
        Page<Submission> page = engine.submissions(call.account(), query(filters));
        Answer answer = Answer.representation(new SubmissionPageJson(
                page.items().stream()
                        .map(item -> SubmissionMapping.toWire(item, null))
                        .toList(),
                page.nextCursor()));
        return Paging.linked(answer, call.path(), filters, page.nextCursor());
    }

    private static SubmissionQuery query(Map<String, String> filters) throws HttpRefusal {
        String state = filters.get("state");
        String type = filters.get("type");
        SubmissionState onlyState = state == null ? null : state(state);
        SubmissionType onlyType = SubmissionType.parseOrNull(type);
        if (type != null && onlyType == null) {
            throw HttpRefusal.badRequest("There is no submission type '" + type + "'.");
        }
        return new SubmissionQuery(onlyState, onlyType, filters.get("cursor"), Paging.limit(filters.get("limit")));
    }

    private static SubmissionState state(String text) throws HttpRefusal {
        for (SubmissionState state : SubmissionState.values()) {
            if (state.text().equalsIgnoreCase(text)) {
                return state;
            }
        }
        throw HttpRefusal.badRequest("There is no submission state '" + text + "'.");
    }
}

package io.oemingest.emulator.http;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.Submission;
import java.util.List;
import java.util.Set;

/** {@code /v1/submissions/{ticket}}: where a submission stands, at once or as soon as it moves. */
final class SubmissionResource implements Resource {
    private final IngestionEngine engine;
    private final WaitingRoom room;

    SubmissionResource(IngestionEngine engine, WaitingRoom room) {
        this.engine = engine;
        this.room = room;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET");
    }

    @Override
    public Answer answer(Call call) throws Refusal, HttpRefusal {
        MediaTypes.requireAccepted(call, Answer.JSON);
        Submission submission = engine.submission(call.account(), call.id());
        Answer now = represent(call.account(), submission);
        return room.answer(
                call,
                now,
                submission.state().isFinal(),
                wait -> represent(
                        call.account(), engine.awaitChange(call.account(), call.id(), submission.revision(), wait)));
    }

    private Answer represent(Account account, Submission submission) {
        Answer answer = Answer.representation(SubmissionMapping.toWire(submission, warnings(account, submission)));
        return submission.state().isFinal()
                ? answer
                : answer.with("Retry-After", Seconds.roundedUp(engine.describe().pollingFloor()));
    }

    private List<Finding> warnings(Account account, Submission submission) {
        try {
            return engine.validationReport(account, submission.ticket().id()).findings(Severity.WARN);
        } catch (Refusal notValidatedYet) {
            return List.of();
        }
    }
}

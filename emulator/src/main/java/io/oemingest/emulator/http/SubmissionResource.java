package io.oemingest.emulator.http;

import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.emulator.engine.Account;
import io.oemingest.emulator.engine.IngestionEngine;
import io.oemingest.emulator.engine.Refusal;
import io.oemingest.emulator.engine.Submission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** {@code /v1/submissions/{ticket}}: where a submission stands, at once or as soon as it moves. */
final class SubmissionResource implements Resource {
    /** Requests that may hold a thread while they wait; whoever comes next is answered at once. */
    private static final int MAX_WAITING = 64;

    private final IngestionEngine engine;
    private final Duration longestWait;
    private final Semaphore waiting = new Semaphore(MAX_WAITING);

    SubmissionResource(IngestionEngine engine, Duration longestWait) {
        this.engine = engine;
        this.longestWait = longestWait;
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
        Duration wait = Preferences.wait(call.list("Prefer"), longestWait);
        if (wait == null || submission.state().isFinal() || knowsLess(call, now) || !waiting.tryAcquire()) {
            return now;
        }
        try {
            Submission changed = engine.awaitChange(call.account(), call.id(), submission.revision(), wait);
            return represent(call.account(), changed).with("Preference-Applied", "wait=" + wait.toSeconds());
        } finally {
            waiting.release();
        }
    }

    /** Whether the client holds an older state than this one, so that there is news already. */
    private static boolean knowsLess(Call call, Answer now) {
        String held = call.list("If-None-Match");
        return held != null && !Conditions.noneMatchFails(held, String.valueOf(now.header("ETag")));
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

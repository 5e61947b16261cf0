package io.oemingest.client;

import io.oemingest.client.SigningOutcome.Failed;
import io.oemingest.client.SigningOutcome.Signed;
import io.oemingest.client.SigningOutcome.StillRunning;
import io.oemingest.client.internal.http.Answer;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.model.SubmissionTicket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at a submission until it is final or the time is up, never sooner than the service wishes. */
final class Waiter {
    /** Shorter than the idle limit of common proxies. */
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(30);
    /** Stands for ever: beyond it the calendar ends before the wait does. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(36_500);
    /** Between looks if the service neither waits nor says when to come back. */
    private static final Duration OWN_PAUSE = Duration.ofSeconds(30);

    private final Api api;
    private final Retries retries;
    private final InstantSource time;

    Waiter(Api api, Retries retries, InstantSource time) {
        this.api = api;
        this.retries = retries;
        this.time = time;
    }

    /** One look without waiting. */
    SubmissionStatus look(SubmissionTicket ticket) {
        return retries.call(() -> look(ticket, null, Duration.ZERO)).status();
    }

    /** Waits at most so long; less if the service wants to be left alone until after the end of that time. */
    SigningOutcome await(SubmissionTicket ticket, Duration atMost) {
        Instant deadline = time.instant().plus(shorter(atMost, LONGEST_WAIT));
        Look last = null;
        while (true) {
            Look before = last;
            Duration patience = shorter(Duration.between(time.instant(), deadline), LONGEST_LOOK);
            last = retries.call(() -> look(ticket, before, patience));
            SubmissionState state = last.status().state();
            if (state.isFinal()) {
                return state == SubmissionState.SIGNED ? new Signed(last.status()) : new Failed(last.status());
            }
            Duration left = Duration.between(time.instant(), deadline);
            if (left.isNegative() || left.isZero() || last.pause().compareTo(left) >= 0) {
                return new StillRunning(last.status(), last.retryAfter());
            }
            retries.sleep(last.pause(), "waiting for the signing of " + ticket);
        }
    }

    private Look look(SubmissionTicket ticket, @Nullable Look before, Duration patience) {
        long seconds = patience.toSeconds();
        var call = api.request("GET", Paths.submission(ticket))
                .header("If-None-Match", before == null ? null : before.etag())
                .header("Prefer", seconds > 0 ? "wait=" + seconds : null)
                .patience(patience.isNegative() ? Duration.ZERO : patience);
        try (Answer answer = api.send(call, before == null ? Set.of(200) : Set.of(200, 304))) {
            Duration retryAfter = api.problems().retryAfter(answer);
            boolean waited = answer.header("Preference-Applied") != null;
            if (before != null && answer.status() == 304) {
                return new Look(before.status(), before.etag(), retryAfter, waited);
            }
            SubmissionStatus status = api.read(answer, SubmissionJson.class, WireModels::status);
            return new Look(status, answer.header("ETag"), retryAfter, waited);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** What one look brought. */
    private record Look(
            SubmissionStatus status,
            @Nullable String etag,
            @Nullable Duration retryAfter,
            boolean waited) {

        Duration pause() {
            if (retryAfter != null) {
                return retryAfter;
            }
            return waited ? Duration.ZERO : OWN_PAUSE;
        }
    }
}

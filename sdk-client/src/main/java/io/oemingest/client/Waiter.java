package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks at something until it is as wanted or the time is up, never sooner than the service wishes. */
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
    <J extends Record, T> T look(Watched<J, T> watched) {
        return retries.call(() -> look(watched, null, Duration.ZERO)).value();
    }

    /** Waits at most so long; less if the service wants to be left alone until after the end of that time. */
    <J extends Record, T> Look<T> await(Watched<J, T> watched, Predicate<T> enough, Duration atMost) {
        Instant deadline = time.instant().plus(shorter(atMost, LONGEST_WAIT));
        Look<T> last = null;
        while (true) {
            Look<T> before = last;
            Duration rest = shorter(Duration.between(time.instant(), deadline), LONGEST_LOOK);
            Duration patience = before == null && watched.mayRest() ? Duration.ZERO : rest;
            last = retries.call(() -> look(watched, before, patience));
            Duration left = Duration.between(time.instant(), deadline);
            boolean late = left.isNegative() || left.isZero() || last.pause().compareTo(left) >= 0;
            if (late || enough.test(last.value())) {
                return last;
            }
            retries.sleep(last.pause(), "waiting for " + watched.wish());
        }
    }

    private <J extends Record, T> Look<T> look(Watched<J, T> watched, @Nullable Look<T> before, Duration patience) {
        long seconds = patience.toSeconds();
        var call = api.request("GET", watched.path())
                .header("If-None-Match", before == null ? null : before.etag())
                .header("Prefer", seconds > 0 ? "wait=" + seconds : null)
                .patience(patience.isNegative() ? Duration.ZERO : patience);
        try (Answer answer = api.send(call, before == null ? Set.of(200) : Set.of(200, 304))) {
            Duration retryAfter = api.problems().retryAfter(answer);
            boolean waited = answer.header("Preference-Applied") != null;
            if (before != null && answer.status() == 304) {
                return new Look<>(before.value(), before.etag(), retryAfter, waited);
            }
            T value = api.read(answer, watched.type(), watched.toModel());
            return new Look<>(value, answer.header("ETag"), retryAfter, waited);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /**
     * What to look at.
     *
     * @param wish what is waited for, as in "the signing of T"
     * @param mayRest whether it may stay as it is for long without being final: then the first look does not wait for news
     */
    record Watched<J extends Record, T>(
            String path, Class<J> type, Api.ToModel<J, T> toModel, String wish, boolean mayRest) {}

    /** What one look brought. */
    record Look<T>(T value, @Nullable String etag, @Nullable Duration retryAfter, boolean waited) {

        Duration pause() {
            if (retryAfter != null) {
                return retryAfter;
            }
            return waited ? Duration.ZERO : OWN_PAUSE;
        }
    }
}

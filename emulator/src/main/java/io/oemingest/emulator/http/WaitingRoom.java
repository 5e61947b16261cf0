package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/** Holds reads that would rather wait for news (RFC 7240), as many as there is room for; whoever comes next is answered at once. */
final class WaitingRoom {
    /** Requests that may hold a thread while they wait. */
    private static final int MAX_WAITING = 64;

    private final Duration longestWait;
    private final Semaphore places = new Semaphore(MAX_WAITING);

    WaitingRoom(Duration longestWait) {
        this.longestWait = longestWait;
    }

    /** Waits so long for news, and answers with them or with what has stayed. */
    interface News {
        Answer after(Duration longest) throws Refusal;
    }

    /** The answer now, or later if the client would wait, holds no older state, and there is something to wait for. */
    Answer answer(Call call, Answer now, boolean isDecided, News news) throws Refusal {
        Duration wait = Preferences.wait(call.list("Prefer"), longestWait);
        if (wait == null || isDecided || knowsLess(call, now) || !places.tryAcquire()) {
            return now;
        }
        try {
            return news.after(wait).with("Preference-Applied", "wait=" + wait.toSeconds());
        } finally {
            places.release();
        }
    }

    /** Whether the client holds an older state than this one, so that there is news already. */
    private static boolean knowsLess(Call call, Answer now) {
        String held = call.list("If-None-Match");
        return held != null && !Conditions.noneMatchFails(held, String.valueOf(now.header("ETag")));
    }
}

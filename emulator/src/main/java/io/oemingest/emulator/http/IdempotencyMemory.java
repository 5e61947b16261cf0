package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.engine.Refusal;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First answers to creating requests by their {@code Idempotency-Key}. Kept in memory, the oldest forgotten first: after
 * a restart the engine's own memory of archives still keeps a repeated submission from becoming a second one.
 */
final class IdempotencyMemory {
    private static final int CAPACITY = 1000;

    private final Map<String, Entry> entries = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, IdempotencyMemory.Entry> eldest) {
            return size() > CAPACITY;
        }
    };

    /** The work that must happen once. */
    interface Work {
        Answer run() throws Refusal, HttpRefusal, IOException;
    }

    /** What became of a request; nothing while it is still being worked on. */
    private record Entry(
            String fingerprint,
            @Nullable Answer answer,
            @Nullable Refusal refusal) {}

    /**
     * Does the work, or gives the answer of the first time.
     *
     * @param key the client's key together with whose and where it is
     * @param fingerprint stands for the request's content
     * @throws HttpRefusal IdempotencyKeyReused for other content, InvalidState while the first request is worked on
     */
    Answer once(String key, String fingerprint, Work work) throws Refusal, HttpRefusal, IOException {
        Entry known = enter(key, fingerprint);
        if (known != null) {
            return repeat(known, fingerprint);
        }
        Entry outcome = null;
        try {
            Answer answer = work.run();
            outcome = new Entry(fingerprint, answer, null);
            return answer;
        } catch (Refusal refusal) {
            // A judgement of the content stands; what may change by itself is asked again.
            outcome = ReasonStatus.of(refusal.reason()) == 422 ? new Entry(fingerprint, null, refusal) : null;
            throw refusal;
        } finally {
            leave(key, outcome);
        }
    }

    private static Answer repeat(Entry known, String fingerprint) throws Refusal, HttpRefusal {
        if (!known.fingerprint.equals(fingerprint)) {
            throw new HttpRefusal(
                    ReasonStatus.of(ReasonCode.IDEMPOTENCY_KEY_REUSED),
                    ReasonCode.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before.");
        }
        if (known.refusal != null) {
            throw known.refusal;
        }
        if (known.answer == null) {
            throw new HttpRefusal(
                    409,
                    ReasonCode.INVALID_STATE,
                    "The first request with this Idempotency-Key is still being worked on.",
                    Map.of("Retry-After", "1"));
        }
        return known.answer;
    }

    private synchronized @Nullable Entry enter(String key, String fingerprint) {
        return entries.putIfAbsent(key, new Entry(fingerprint, null, null));
    }

    private synchronized void leave(String key, @Nullable Entry outcome) {
        if (outcome == null) {
            entries.remove(key);
        } else {
            entries.put(key, outcome);
        }
    }
}

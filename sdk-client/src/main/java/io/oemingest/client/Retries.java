package io.oemingest.client;

import io.oemingest.client.internal.retry.Backoff;
import io.oemingest.client.internal.retry.Sleeper;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes calls again after passing failures, within the {@link RetryPolicy}. */
final class Retries {
    private final RetryPolicy policy;
    private final Backoff backoff;
    private final Sleeper sleeper;

    Retries(RetryPolicy policy, ClientPorts ports) {
        this.policy = policy;
        this.backoff = new Backoff(policy.firstDelay(), policy.longestDelay(), ports.random());
        this.sleeper = ports.sleeper();
    }

    /** The first success, or the failure that ended the attempts. */
    <T> T call(Supplier<T> attempt) {
        for (int failures = 1; ; failures++) {
            try {
                return attempt.get();
            } catch (IngestionException e) {
                if (!e.isTransient()) {
                    throw e;
                }
                pauseOrGiveUp(failures, e);
            }
        }
    }

    /** Lets the pause after so many failures pass. @throws IngestionException the given one if it was the last attempt */
    void pauseOrGiveUp(int failures, IngestionException failure) {
        Duration wish = failure.retryAfter();
        if (failures >= policy.attempts() || (wish != null && wish.compareTo(policy.longestRetryAfter()) > 0)) {
            throw failure;
        }
        Duration own = backoff.after(failures);
        sleep(wish != null && wish.compareTo(own) > 0 ? wish : own, "waiting for another attempt");
    }

    /** Sleeps. @throws CallInterruptedException if the thread is interrupted */
    void sleep(Duration time, String doing) {
        try {
            sleeper.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(doing, e);
        }
    }
}

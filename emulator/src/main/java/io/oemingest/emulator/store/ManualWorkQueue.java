package io.oemingest.emulator.store;

import io.oemingest.emulator.port.WorkQueue;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Keeps work until somebody runs it, on the caller's thread; for tests that want to see every state. Safe for threads. */
public final class ManualWorkQueue implements WorkQueue {
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private boolean closed;

    @Override
    public synchronized void submit(Runnable work) {
        if (!closed) {
            waiting.add(work);
        }
    }

    /** Runs the oldest piece of work; answers false if there is none. */
    public boolean runNext() {
        Runnable next = poll();
        if (next != null) {
            next.run();
        }
        return next != null;
    }

    /** Runs until nothing waits, including what the work itself adds; answers how many pieces ran. */
    public int runAll() {
        int count = 0;
        while (runNext()) {
            count++;
        }
        return count;
    }

    private synchronized @Nullable Runnable poll() {
        return waiting.poll();
    }

    @Override
    public synchronized void close() {
        closed = true;
        waiting.clear();
    }
}

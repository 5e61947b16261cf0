package io.oemingest.emulator.engine;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Rings when something in a book changes; whoever waits for it does not use the processor. Safe for threads. */
final class Bell {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private boolean closed;

    /** Returns as soon as {@code enough} says so, after so long, or when the bell is closed or the thread interrupted. */
    void await(Duration longest, BooleanSupplier enough) {
        lock.lock();
        try {
            long nanos = longest.toNanos();
            while (!enough.getAsBoolean() && nanos > 0 && !closed) {
                nanos = rung.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    void ring() {
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Lets everybody who waits go. */
    void close() {
        lock.lock();
        try {
            closed = true;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

package io.oemingest.emulator.port;

/** Runs work apart from the request that caused it, in the order in which it came. */
public interface WorkQueue extends AutoCloseable {

    /** Queues work. After {@link #close()} nothing is taken any more. */
    void submit(Runnable work);

    /** Drops what has not begun, asks what is running to stop, and waits until it has. */
    @Override
    void close();
}

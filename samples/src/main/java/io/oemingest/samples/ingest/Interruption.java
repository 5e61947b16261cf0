package io.oemingest.samples.ingest;

import io.oemingest.core.io.ProgressListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ends the work that reports to it when the program is told to stop (Ctrl-C, SIGTERM), and holds the end of the JVM back
 * until the work has cleaned up. Made where the work begins and closed where it ends.
 */
final class Interruption implements ProgressListener, AutoCloseable {
    private static final int MOST_SECONDS = 10;

    private final ProgressListener listener;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean stopping;

    Interruption(ProgressListener listener) {
        this.listener = listener;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** @throws CancellationException if the program is to stop */
    @Override
    public void onProgress(Progress progress) {
        if (stopping) {
            throw new CancellationException("The program was told to stop");
        }
        listener.onProgress(progress);
    }

    /** Asks for the end of the work and waits for it. */
    void stop() {
        stopping = true;
        try {
            // An answer of false means that the work hangs: then nothing is left to wait for.
            ended.await(MOST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            stopping = true; // the JVM is on its way out already, and runs the hook
        }
    }
}

package io.oemingest.client;

/** The calling thread was interrupted; its interrupt flag is set again. The service's work goes on. */
public final class CallInterruptedException extends IngestionException {
    private static final long serialVersionUID = 1L;

    CallInterruptedException(String what, Exception cause) {
        super("Interrupted while " + what, cause);
    }

    @Override
    boolean isTransient() {
        return false;
    }
}

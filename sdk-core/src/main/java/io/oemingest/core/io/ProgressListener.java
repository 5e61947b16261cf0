package io.oemingest.core.io;

/**
 * Hears how far long work has come. Called on the thread that does the work; must return at once. An exception that it
 * throws ends the work, which is the way to cancel.
 */
@FunctionalInterface
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener NONE = progress -> {};

    void onProgress(Progress progress);

    /**
     * A step of the work.
     *
     * @param stage what is being done, in words of the field ("read", "upload", "sign", …)
     * @param item the file or ticket in hand
     * @param done bytes done of this item
     * @param total bytes of this item
     */
    record Progress(String stage, String item, long done, long total) {}
}

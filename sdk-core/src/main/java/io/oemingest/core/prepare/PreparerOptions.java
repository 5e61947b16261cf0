package io.oemingest.core.prepare;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;

/**
 * How a preparer works.
 *
 * @param clientName program that the archive names as its writer
 * @param progress hears of every file read and written; an exception from it cancels, and no archive is left
 */
public record PreparerOptions(String clientName, String clientVersion, FormatLimits limits, ProgressListener progress) {
    /** No listener, usual limits. */
    public static PreparerOptions of(String clientName, String clientVersion) {
        return new PreparerOptions(clientName, clientVersion, FormatLimits.defaults(), ProgressListener.NONE);
    }

    public PreparerOptions withProgress(ProgressListener listener) {
        return new PreparerOptions(clientName, clientVersion, limits, listener);
    }

    public PreparerOptions withLimits(FormatLimits value) {
        return new PreparerOptions(clientName, clientVersion, value, progress);
    }
}

package io.oemingest.core.prepare;

import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;

/**
 * How a preparer works.
 *
 * @param clientName program that the archive names as its writer
 * @param progress hears of every file read and written; an exception from it cancels, and no archive is left
 * @param baselines knows what images are compared with
 */
public record PreparerOptions(
        String clientName,
        String clientVersion,
        FormatLimits limits,
        ProgressListener progress,
        BaselineProvider baselines) {
    /** No listener, usual limits, no baselines. */
    public static PreparerOptions of(String clientName, String clientVersion) {
        return new PreparerOptions(
                clientName, clientVersion, FormatLimits.defaults(), ProgressListener.NONE, BaselineProvider.NONE);
    }

    public PreparerOptions withProgress(ProgressListener listener) {
        return new PreparerOptions(clientName, clientVersion, limits, listener, baselines);
    }

    public PreparerOptions withLimits(FormatLimits value) {
        return new PreparerOptions(clientName, clientVersion, value, progress, baselines);
    }

    public PreparerOptions withBaselines(BaselineProvider provider) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, provider);
    }
}

package io.oemingest.core.prepare;

import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionContents;
import org.jspecify.annotations.Nullable;

/**
 * How a preparer works.
 *
 * @param clientName program that the archive names as its writer
 * @param progress hears of every file read and written; an exception from it cancels, and no archive is left
 * @param baselines knows what images are compared with
 * @param previous the image that an image updates, as its own archive tells of it; null if it is not compared with any
 */
public record PreparerOptions(
        String clientName,
        String clientVersion,
        FormatLimits limits,
        ProgressListener progress,
        BaselineProvider baselines,
        @Nullable SubmissionContents previous) {
    /** No listener, usual limits, no baselines, no image before. */
    public static PreparerOptions of(String clientName, String clientVersion) {
        return new PreparerOptions(
                clientName, clientVersion, FormatLimits.defaults(), ProgressListener.NONE, BaselineProvider.NONE, null);
    }

    public PreparerOptions withProgress(ProgressListener listener) {
        return new PreparerOptions(clientName, clientVersion, limits, listener, baselines, previous);
    }

    public PreparerOptions withLimits(FormatLimits value) {
        return new PreparerOptions(clientName, clientVersion, value, progress, baselines, previous);
    }

    public PreparerOptions withBaselines(BaselineProvider provider) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, provider, previous);
    }

    public PreparerOptions withPrevious(@Nullable SubmissionContents image) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, image);
    }
}

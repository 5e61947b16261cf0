package io.oemingest.core.prepare;

import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.ValidationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * How a preparer works.
 *
 * @param clientName program that the archive names as its writer
 * @param progress hears of every file read and written; an exception from it cancels, and no archive is left
 * @param baselines knows what images are compared with
 * @param previous the image that an image updates, as its own archive tells of it; null if it is not compared with any
 * @param policy how findings are weighed here; the service weighs by its own
 */
public record PreparerOptions(
        String clientName,
        String clientVersion,
        FormatLimits limits,
        ProgressListener progress,
        BaselineProvider baselines,
        @Nullable SubmissionContents previous,
        ValidationPolicy policy) {
    /** No listener, usual limits, no baselines, no image before, the severities of the catalogue. */
    public static PreparerOptions of(String clientName, String clientVersion) {
        return new PreparerOptions(
                clientName,
                clientVersion,
                FormatLimits.defaults(),
                ProgressListener.NONE,
                BaselineProvider.NONE,
                null,
                ValidationPolicy.STANDARD);
    }

    public PreparerOptions withProgress(ProgressListener listener) {
        return new PreparerOptions(clientName, clientVersion, limits, listener, baselines, previous, policy);
    }

    public PreparerOptions withLimits(FormatLimits value) {
        return new PreparerOptions(clientName, clientVersion, value, progress, baselines, previous, policy);
    }

    public PreparerOptions withBaselines(BaselineProvider provider) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, provider, previous, policy);
    }

    public PreparerOptions withPrevious(@Nullable SubmissionContents image) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, image, policy);
    }

    public PreparerOptions withPolicy(ValidationPolicy value) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, previous, value);
    }
}

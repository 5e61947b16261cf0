package io.oemingest.core.prepare;

import io.oemingest.core.baseline.BaselineProvider;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.ValidationPolicy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a preparer works.
 *
 * @param clientName program that the archive names as its writer
 * @param progress hears of every file read and written; an exception from it cancels, and no archive is left
 * @param baselines knows what images are compared with
 * @param previous the image that an image updates, as its own archive tells of it; null if it is not compared with any
 * @param policy how findings are weighed here; the service weighs by its own
 * @param signAs ids of the signing profiles that packages are to get whatever their test signatures say, by the packages'
 *     file names; an extension of this project, on which the service decides
 */
public record PreparerOptions(
        String clientName,
        String clientVersion,
        FormatLimits limits,
        ProgressListener progress,
        BaselineProvider baselines,
        @Nullable SubmissionContents previous,
        ValidationPolicy policy,
        Map<String, String> signAs) {
    public PreparerOptions {
        signAs = Map.copyOf(signAs);
    }

    /** No listener, usual limits, no baselines, no image before, the severities of the catalogue. */
    public static PreparerOptions of(String clientName, String clientVersion) {
        return new PreparerOptions(
                clientName,
                clientVersion,
                FormatLimits.defaults(),
                ProgressListener.NONE,
                BaselineProvider.NONE,
                null,
                ValidationPolicy.STANDARD,
                Map.of());
    }

    public PreparerOptions withProgress(ProgressListener listener) {
        return new PreparerOptions(clientName, clientVersion, limits, listener, baselines, previous, policy, signAs);
    }

    public PreparerOptions withLimits(FormatLimits value) {
        return new PreparerOptions(clientName, clientVersion, value, progress, baselines, previous, policy, signAs);
    }

    public PreparerOptions withBaselines(BaselineProvider provider) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, provider, previous, policy, signAs);
    }

    public PreparerOptions withPrevious(@Nullable SubmissionContents image) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, image, policy, signAs);
    }

    public PreparerOptions withPolicy(ValidationPolicy value) {
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, previous, value, signAs);
    }

    /** Asks for a signing profile for the package of this file name, ignoring case. */
    public PreparerOptions withSignAs(String fileName, String profile) {
        Map<String, String> more = new HashMap<>(signAs);
        more.put(fileName, profile);
        return new PreparerOptions(clientName, clientVersion, limits, progress, baselines, previous, policy, more);
    }
}

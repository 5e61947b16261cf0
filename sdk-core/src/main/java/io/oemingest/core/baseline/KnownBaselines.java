package io.oemingest.core.baseline;

import io.oemingest.core.baseline.BaselineAnswer.Missing;
import io.oemingest.core.model.SubmissionType;
import io.oemingest.core.submission.SubmissionContents;
import java.util.HashMap;
import java.util.Map;

/** The answers for every phone and operator of one image, gathered before rules run. Immutable, safe for threads. */
public final class KnownBaselines {
    /** Nobody was asked. */
    public static final KnownBaselines NONE = new KnownBaselines(Map.of());

    private static final BaselineAnswer NOT_ASKED = new Missing(false, "none was asked for");

    private final Map<ImageVariant, BaselineAnswer> answers;

    private KnownBaselines(Map<ImageVariant, BaselineAnswer> answers) {
        this.answers = Map.copyOf(answers);
    }

    /** Asks the provider once for each phone and operator; for anything but an image nobody is asked (rule WSP-27). */
    public static KnownBaselines ask(BaselineProvider provider, SubmissionContents contents) {
        if (contents.kind().type() != SubmissionType.IMAGE) {
            return NONE;
        }
        Map<ImageVariant, BaselineAnswer> answers = new HashMap<>();
        for (ImageVariant each : ImageVariant.of(contents)) {
            answers.put(
                    each,
                    provider.baselines(new BaselineQuery(contents.kind().product(), each.pairing(), each.version())));
        }
        return new KnownBaselines(answers);
    }

    /** What is known for this phone and operator. */
    public BaselineAnswer of(ImageVariant variant) {
        return answers.getOrDefault(variant, NOT_ASKED);
    }
}

package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.prepare.PreparerOptions;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;

/** By what a submission is judged: weights, a service, an image before. */
final class JudgingOptions {
    @Mixin
    private final PolicyOptions policy = new PolicyOptions();

    @Mixin
    private final AgainstOptions against = new AgainstOptions();

    @Mixin
    private final PreviousOption previous = new PreviousOption();

    /** The service to be asked, to be closed by the caller; null if none was named. */
    @Nullable
    IngestionClient client() {
        return against.client();
    }

    /** What the options say. @throws IOException if the cache or the archive of the image before cannot be read */
    PreparerOptions preparer(@Nullable IngestionClient client, ProgressListener progress) throws IOException {
        return PreparerOptions.of("ingest", new Version().number())
                .withProgress(progress)
                .withPolicy(policy.policy())
                .withBaselines(against.baselines(client))
                .withPrevious(previous.contents());
    }
}

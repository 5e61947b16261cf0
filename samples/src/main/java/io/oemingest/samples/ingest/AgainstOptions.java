package io.oemingest.samples.ingest;

import io.oemingest.client.IngestionClient;
import io.oemingest.client.RetryPolicy;
import io.oemingest.core.baseline.BaselineCache;
import io.oemingest.core.baseline.BaselineProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A service that a submission is held against before it is submitted, and what is kept of its answers. */
final class AgainstOptions {
    @Option(
            names = "--against",
            paramLabel = "URI",
            converter = AddressConverter.class,
            description = "Compare with what this service knows: the baselines of the image's phones and operators.")
    private @Nullable URI service;

    @Option(
            names = "--token",
            paramLabel = "TOKEN",
            defaultValue = "${env:INGEST_TOKEN}",
            description = "Credentials for --against. Other users of this machine can see a command line: "
                    + "prefer the environment variable INGEST_TOKEN.")
    private @Nullable String token;

    @Option(
            names = "--baseline-cache",
            paramLabel = "FOLDER",
            description = "Keep the service's lists of baselines there, and use the kept ones where the service gives"
                    + " none or --against is left out; the report then says so.")
    private @Nullable Path cache;

    /** To be closed by the caller; null if no service was named. */
    @Nullable
    IngestionClient client() {
        if (service == null) {
            return null;
        }
        // Whoever works without a network waits for one more attempt, not for five.
        IngestionClient.Builder builder = IngestionClient.builder()
                .service(service)
                .retry(RetryPolicy.defaults().withAttempts(2));
        return token == null ? builder.build() : builder.token(token).build();
    }

    /** The lists of the service, of the cache, or none. @throws IOException if the cache's folder cannot be had */
    BaselineProvider baselines(@Nullable IngestionClient client) throws IOException {
        BaselineCache kept = cache == null ? null : BaselineCache.open(cache);
        if (client == null) {
            return kept == null ? BaselineProvider.NONE : kept;
        }
        return kept == null ? client.baselines() : client.baselines(kept);
    }
}

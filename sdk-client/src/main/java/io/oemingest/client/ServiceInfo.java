package io.oemingest.client;

import io.oemingest.core.update.UpdatePolicy;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about itself. A limit is null where the service names none.
 *
 * @param environment TEST or PROD (rule TKT-05)
 * @param minimumClientVersion clients below it are refused (rule UPL-07)
 * @param maxArchiveSize bytes of the largest archive accepted
 * @param chunkSize bytes of an upload's pieces as the service likes them
 * @param pollingFloor how long to leave between two questions (rule GET-10)
 * @param updates how it judges requests for update
 */
public record ServiceInfo(
        String name,
        String environment,
        @Nullable String version,
        @Nullable String minimumClientVersion,
        List<String> products,
        @Nullable Long maxArchiveSize,
        @Nullable Integer maxPackages,
        @Nullable Integer chunkSize,
        @Nullable Duration pollingFloor,
        @Nullable UpdatePolicy updates) {

    public ServiceInfo {
        products = List.copyOf(products);
    }
}

package io.oemingest.client;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the service says about itself. A limit is null where the service names none.
 *
 * @param environment TEST or PROD (rule TKT-05)
 * @param maxArchiveSize bytes of the largest archive accepted
 * @param maxChunkSize bytes of the largest piece of an upload accepted
 * @param pollingFloor how long to leave between two questions (rule GET-10)
 */
public record ServiceInfo(
        String name,
        String environment,
        String version,
        List<String> products,
        @Nullable Long maxArchiveSize,
        @Nullable Integer maxPackages,
        @Nullable Long maxChunkSize,
        @Nullable Duration pollingFloor) {

    public ServiceInfo {
        products = List.copyOf(products);
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.model.ProductType;
import io.oemingest.core.update.UpdatePolicy;
import java.time.Duration;
import java.util.List;

/**
 * What everybody may know of the service.
 *
 * @param environment always {@code TEST}
 * @param maxArchiveSize largest upload, in bytes
 * @param chunkSize recommended size of one piece of an upload, in bytes
 * @param pollingFloor shortest time between two looks at a submission (GET-10)
 * @param updates how requests for update are judged
 */
public record ServiceDescription(
        String name,
        String environment,
        String version,
        String minimumClientVersion,
        List<ProductType> products,
        long maxArchiveSize,
        int maxPackages,
        int chunkSize,
        Duration pollingFloor,
        UpdatePolicy updates) {}

package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /v1/requests-for-update/{ticket}/retries}.
 *
 * @param giveUp whether the request is to fail for good, and not to be tried again
 */
public record UpdateRetryJson(@Nullable Boolean giveUp) {}

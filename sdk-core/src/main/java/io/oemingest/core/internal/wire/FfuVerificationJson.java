package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was compared of an FFU image, as {@code ingest ffu … --json} prints it; sizes in bytes, digests in hex. */
public record FfuVerificationJson(
        String file,
        String variant,
        int chunkSize,
        @Nullable String osVersion,
        List<String> platformIds,
        long catalogSize,
        String hashTableSha1,
        long checkedChunks,
        long uncheckedChunks,
        String signature,
        @Nullable String signer,
        @Nullable String thumbprint) {}

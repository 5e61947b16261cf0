package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** The form of a receipt file. */
public record SubmissionReceiptJson(
        int formatVersion,
        String service,
        String archiveSha256,
        @Nullable String upload,
        long offset,
        @Nullable String ticket) {}

package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/submissions}; the digest is hexadecimal. */
public record CreateSubmissionJson(
        @Nullable String uploadId,
        @Nullable String sha256,
        @Nullable String resubmissionOf) {}

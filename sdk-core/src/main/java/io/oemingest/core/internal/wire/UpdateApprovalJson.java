package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** Body of {@code POST /v1/requests-for-update/{ticket}/approvals}. */
public record UpdateApprovalJson(@Nullable String party) {}

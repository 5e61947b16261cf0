package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** One finding of a validation, in reports, problems and warnings. */
public record FindingJson(
        @Nullable String rule,
        @Nullable String severity,
        @Nullable LocationJson location,
        @Nullable String message,
        @Nullable String mend) {}

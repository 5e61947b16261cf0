package io.oemingest.core.internal.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One finding of a validation, in reports, problems and warnings.
 *
 * @param source where the rule comes from, for whoever has no catalogue; not read back
 */
public record FindingJson(
        @Nullable String rule,
        @Nullable String severity,
        @Nullable LocationJson location,
        @Nullable String message,
        @Nullable String mend,
        @Nullable String source,
        @Nullable Map<String, String> evidence) {}

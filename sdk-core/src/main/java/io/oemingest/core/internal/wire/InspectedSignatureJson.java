package io.oemingest.core.internal.wire;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a signature, unverified; {@code serial} and {@code thumbprint} (SHA-1) in hex. */
public record InspectedSignatureJson(
        String subject,
        String issuer,
        String serial,
        String thumbprint,
        Instant notBefore,
        Instant notAfter,
        List<InspectedUsageJson> usages,
        @Nullable String digestAlgorithm,
        @Nullable Instant timestamp,
        List<InspectedSignatureJson> nested) {}

package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** A part of an inspected package ({@code cabinet}, {@code catalog}, {@code pe}); no signature when it is not signed. */
public record InspectedPartJson(
        String part, String name, @Nullable InspectedSignatureJson signature) {}

package io.oemingest.core.internal.wire;

import org.jspecify.annotations.Nullable;

/** An extended key usage, with a name where this project knows one. */
public record InspectedUsageJson(String oid, @Nullable String name) {}

package io.oemingest.core.internal.wire;

import java.time.Instant;
import java.util.List;

/** The form of {@code signed.json}. */
public record SignedManifestJson(
        int formatVersion,
        String ticket,
        String environment,
        String ruleSet,
        Instant signedAt,
        List<SignedFileJson> files) {}

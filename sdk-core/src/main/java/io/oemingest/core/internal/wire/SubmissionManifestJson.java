package io.oemingest.core.internal.wire;

import java.util.List;

/** The form of {@code submission.json}. */
public record SubmissionManifestJson(
        int formatVersion,
        String type,
        String context,
        String product,
        boolean baseline,
        String clientName,
        String clientVersion,
        List<PairingJson> pairings,
        List<ManifestFileJson> files) {}

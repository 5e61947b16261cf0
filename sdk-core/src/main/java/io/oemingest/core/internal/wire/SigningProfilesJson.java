package io.oemingest.core.internal.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/signing-profiles}, and form of an emulator's own table. */
public record SigningProfilesJson(@Nullable List<SigningProfileJson> items) {

    /** A kind of signer; {@code ekus} is the text form of the combination. */
    public record SigningProfileJson(
            @Nullable String id,
            @Nullable String ekus,
            @Nullable String branch,
            @Nullable String permission,
            @Nullable List<String> submissionTypes) {}
}

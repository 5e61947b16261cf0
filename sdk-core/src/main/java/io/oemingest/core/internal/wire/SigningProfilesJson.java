package io.oemingest.core.internal.wire;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SigningProfile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answer of {@code GET /v1/signing-profiles}, and form of an emulator's own table. */
public record SigningProfilesJson(@Nullable List<SigningProfileJson> items) {

    /** A kind of signature; {@code ekus} is the text form of the combination. */
    public record SigningProfileJson(
            @Nullable String id,
            @Nullable String ekus,
            @Nullable String branch,
            @Nullable String permission,
            @Nullable List<String> submissionTypes) {

        static SigningProfileJson of(SigningProfile profile) {
            return new SigningProfileJson(
                    profile.id(),
                    profile.ekus().toString(),
                    profile.branch(),
                    profile.permission(),
                    profile.submissionTypes());
        }

        /** The profile in its own words. @throws MalformedFileException if something is absent or is not what it should be */
        public SigningProfile toModel(String sourceName, String path) throws MalformedFileException {
            return new SigningProfile(
                    required(id, sourceName, path + ".id"),
                    convert(ekus, EkuCombination::parse, sourceName, path + ".ekus"),
                    required(branch, sourceName, path + ".branch"),
                    permission,
                    required(submissionTypes, sourceName, path + ".submissionTypes"));
        }
    }

    public static SigningProfilesJson of(List<SigningProfile> profiles) {
        return new SigningProfilesJson(
                profiles.stream().map(SigningProfileJson::of).toList());
    }

    /** The profiles as values. @throws MalformedFileException if something is absent or is not what it should be */
    public List<SigningProfile> toModel(String sourceName) throws MalformedFileException {
        List<SigningProfile> profiles = new ArrayList<>();
        for (SigningProfileJson each : required(items, sourceName, "$.items")) {
            profiles.add(each.toModel(sourceName, "$.items[" + profiles.size() + "]"));
        }
        return profiles;
    }
}

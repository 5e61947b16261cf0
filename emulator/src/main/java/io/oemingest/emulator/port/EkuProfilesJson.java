package io.oemingest.emulator.port;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.core.internal.wire.SigningProfilesJson.SigningProfileJson;
import io.oemingest.core.model.SigningProfile;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a table of signers in the form in which {@code GET /v1/signing-profiles} answers. */
public final class EkuProfilesJson {
    private final String source;

    private EkuProfilesJson(String source) {
        this.source = source;
    }

    /**
     * Reads a whole table; the stream stays open.
     *
     * @throws MalformedFileException naming {@code source} and the JSON path of what is absent, unknown or makes no sense
     */
    public static EkuProfiles read(InputStream in, String source) throws IOException {
        SigningProfilesJson json = Json.read(SigningProfilesJson.class, in, source, FormatLimits.defaults());
        EkuProfilesJson reader = new EkuProfilesJson(source);
        List<EkuProfile> rows = new ArrayList<>();
        for (SigningProfileJson each : required(json.items(), source, "$.items")) {
            rows.add(reader.row(each, "$.items[" + rows.size() + "]"));
        }
        return convert(rows, EkuProfiles::new, source, "$.items");
    }

    private EkuProfile row(SigningProfileJson json, String path) throws MalformedFileException {
        SigningProfile words = json.toModel(source, path);
        EkuProfile.Branch branch = known(path + ".branch", words.branch(), EkuProfile.Branch::parseOrNull);
        String needed = words.permission();
        Permission permission = needed == null ? null : known(path + ".permission", needed, Permission::parseOrNull);
        Set<SubmissionType> types = EnumSet.noneOf(SubmissionType.class);
        for (String each : words.submissionTypes()) {
            types.add(known(path + ".submissionTypes", each, SubmissionType::parseOrNull));
        }
        return convert(words.id(), id -> new EkuProfile(id, words.ekus(), branch, permission, types), source, path);
    }

    private <T> T known(String path, String text, Function<String, @Nullable T> parseOrNull)
            throws MalformedFileException {
        @Nullable T value = parseOrNull.apply(text);
        if (value == null) {
            throw new MalformedFileException(Location.ofPart(source, path), "is not a known value: '" + text + "'");
        }
        return value;
    }
}

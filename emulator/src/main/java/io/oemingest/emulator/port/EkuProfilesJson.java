package io.oemingest.emulator.port;

import static io.oemingest.core.internal.wire.WireValues.convert;
import static io.oemingest.core.internal.wire.WireValues.required;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.core.internal.wire.SigningProfilesJson.SigningProfileJson;
import io.oemingest.core.model.EkuCombination;
import io.oemingest.core.model.SubmissionType;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A table of signers as JSON: {@code GET /v1/signing-profiles} answers with what {@link #read} takes. */
public final class EkuProfilesJson {
    private final String source;

    private EkuProfilesJson(String source) {
        this.source = source;
    }

    /** The table in the form of the ingestion API. */
    public static SigningProfilesJson toWire(EkuProfiles profiles) {
        return new SigningProfilesJson(
                profiles.all().stream().map(EkuProfilesJson::toWire).toList());
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

    private static SigningProfileJson toWire(EkuProfile profile) {
        Permission permission = profile.permission();
        return new SigningProfileJson(
                profile.id(),
                profile.ekus().toString(),
                profile.branch().text(),
                permission == null ? null : permission.text(),
                Arrays.stream(SubmissionType.values())
                        .filter(profile.submissionTypes()::contains)
                        .map(SubmissionType::text)
                        .toList());
    }

    private EkuProfile row(SigningProfileJson json, String path) throws MalformedFileException {
        String id = required(json.id(), source, path + ".id");
        EkuCombination ekus = convert(json.ekus(), EkuCombination::parse, source, path + ".ekus");
        EkuProfile.Branch branch = known(path + ".branch", json.branch(), EkuProfile.Branch::parseOrNull);
        Permission permission = json.permission() == null
                ? null
                : known(path + ".permission", json.permission(), Permission::parseOrNull);
        List<SubmissionType> types = new ArrayList<>();
        for (String each : required(json.submissionTypes(), source, path + ".submissionTypes")) {
            types.add(known(path + ".submissionTypes[" + types.size() + "]", each, SubmissionType::parseOrNull));
        }
        return convert(id, name -> new EkuProfile(name, ekus, branch, permission, Set.copyOf(types)), source, path);
    }

    private <T> T known(String path, @Nullable String text, Function<String, @Nullable T> parseOrNull)
            throws MalformedFileException {
        @Nullable T value = parseOrNull.apply(required(text, source, path));
        if (value == null) {
            throw new MalformedFileException(Location.ofPart(source, path), "is not a known value: '" + text + "'");
        }
        return value;
    }
}

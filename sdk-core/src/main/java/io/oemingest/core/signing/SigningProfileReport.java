package io.oemingest.core.signing;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.SigningProfilesJson;
import io.oemingest.core.io.TerminalText;
import io.oemingest.core.model.SigningProfile;
import java.util.List;
import java.util.stream.Collectors;

/** The signing profiles of a service, for people and programs. */
public final class SigningProfileReport {
    private SigningProfileReport() {}

    /** One line for each: id, branch, types of submission, usages, and the permission if it needs one. */
    public static String toText(List<SigningProfile> profiles) {
        int width = profiles.stream().mapToInt(each -> each.id().length()).max().orElse(0);
        return profiles.stream().map(each -> line(each, width)).collect(Collectors.joining());
    }

    /** As {@code GET /v1/signing-profiles} has them, which an emulator takes as its table. */
    public static String toJson(List<SigningProfile> profiles) {
        return Json.writeIndented(SigningProfilesJson.of(profiles));
    }

    private static String line(SigningProfile profile, int width) {
        String id = profile.id() + " ".repeat(width - profile.id().length());
        String needs = profile.permission() == null ? "" : "  needs " + profile.permission();
        String types = String.join(", ", profile.submissionTypes());
        // A service's words must not steer the terminal.
        return TerminalText.safe(id + "  " + profile.branch() + "  " + profile.ekus() + "  for " + types + needs)
                + "\n";
    }
}

package io.oemingest.emulator.http;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code wait} preference (RFC 7240, 4.3); anything else in {@code Prefer} is ignored, as the standard has it. */
final class Preferences {
    private static final Pattern WAIT =
            Pattern.compile("(?:^|,)\\s*wait\\s*=\\s*\"?(\\d{1,9})\"?\\s*(?:;[^,]*)?(?=,|$)", Pattern.CASE_INSENSITIVE);

    private Preferences() {}

    /** How long the client would wait, cut to {@code longest}, or null if it said nothing. */
    static @Nullable Duration wait(@Nullable String prefer, Duration longest) {
        Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
        if (!wait.find()) {
            return null;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(wait.group(1)));
        return wanted.compareTo(longest) > 0 ? longest : wanted;
    }
}

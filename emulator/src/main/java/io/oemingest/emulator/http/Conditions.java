package io.oemingest.emulator.http;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.emulator.http.Answer.FilePart;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** If-None-Match, Range and If-Range (RFC 9110, 13 and 14), applied to an answer that would be the whole. */
final class Conditions {
    private static final Pattern ONE_RANGE = Pattern.compile("bytes=\\s*(\\d{0,18})-(\\d{0,18})\\s*");
    private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

    private Conditions() {}

    static Answer apply(Call call, Answer whole) throws HttpRefusal {
        String tag = whole.header("ETag");
        if (whole.status() != 200 || tag == null) {
            return whole;
        }
        if (noneMatchFails(call.list("If-None-Match"), tag)) {
            return Answer.empty(304).with(headersOfNotModified(whole));
        }
        FilePart file = whole.file();
        return file == null ? whole : ranged(call, whole, file, tag);
    }

    /** Whether the client has this version already; weak comparison. */
    static boolean noneMatchFails(@Nullable String ifNoneMatch, String tag) {
        if (ifNoneMatch == null) {
            return false;
        }
        if (ifNoneMatch.strip().equals("*")) {
            return true;
        }
        Matcher tags = TAG.matcher(ifNoneMatch);
        while (tags.find()) {
            if (tag.equals(tags.group(1))) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, String> headersOfNotModified(Answer whole) {
        Map<String, String> kept = new HashMap<>(whole.headers());
        kept.keySet().retainAll(Set.of("ETag", "Retry-After", "Preference-Applied", "Cache-Control"));
        return kept;
    }

    private static Answer ranged(Call call, Answer whole, FilePart file, String tag) throws HttpRefusal {
        String range = call.list("Range");
        String ifRange = call.header("If-Range");
        if (range == null || !call.method().equals("GET") || (ifRange != null && !ifRange.equals(tag))) {
            return whole;
        }
        Matcher one = ONE_RANGE.matcher(range);
        boolean readable = one.matches() && one.group(1).length() + one.group(2).length() > 0;
        return readable ? part(whole, file, one.group(1), one.group(2)) : whole;
    }

    private static Answer part(Answer whole, FilePart file, String from, String to) throws HttpRefusal {
        long size = file.length();
        boolean suffix = from.isEmpty();
        long first = suffix ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = suffix || to.isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(to));
        if (!suffix && !to.isEmpty() && Long.parseLong(to) < first) {
            return whole;
        }
        if (first >= size) {
            throw new HttpRefusal(
                    416,
                    ReasonCode.INVALID_REQUEST,
                    "The range lies outside the " + size + " bytes there are.",
                    Map.of("Content-Range", "bytes */" + size));
        }
        return whole.withPart(206, new FilePart(file.path(), file.offset() + first, last - first + 1))
                .with("Content-Range", "bytes " + first + "-" + last + "/" + size);
    }
}

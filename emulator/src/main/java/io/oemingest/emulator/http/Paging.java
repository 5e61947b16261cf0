package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.SubmissionQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all lists have in common: how many items, and where the next page is (RFC 8288). */
final class Paging {
    private Paging() {}

    static int limit(@Nullable String text) throws HttpRefusal {
        if (text == null) {
            return SubmissionQuery.DEFAULT_LIMIT;
        }
        if (!text.matches("\\d{1,9}")) {
            throw HttpRefusal.badRequest("The limit must be a number.");
        }
        return Integer.parseInt(text);
    }

    /** The page with a link to the next one, if there is one. */
    static Answer linked(Answer page, String path, Map<String, String> filters, @Nullable String nextCursor) {
        return nextCursor == null ? page : page.with("Link", link(path, filters, nextCursor));
    }

    private static String link(String path, Map<String, String> filters, String cursor) {
        Map<String, String> next = new TreeMap<>(filters);
        next.put("cursor", cursor);
        StringBuilder query = new StringBuilder();
        next.forEach((name, value) -> query.append(query.isEmpty() ? '?' : '&')
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return "<" + path + query + ">; rel=\"next\"";
    }
}

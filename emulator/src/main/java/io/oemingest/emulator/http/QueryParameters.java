package io.oemingest.emulator.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query of an address, each name once. */
final class QueryParameters {
    private QueryParameters() {}

    static Map<String, String> parse(@Nullable String query) throws HttpRefusal {
        Map<String, String> values = new HashMap<>();
        for (String pair : query == null || query.isEmpty() ? new String[0] : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decode(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw HttpRefusal.badRequest("The query has '" + name + "' twice.");
            }
        }
        return values;
    }

    /** The same query, of which every name is known: one that is not understood must not be taken for one that was heeded. */
    static Map<String, String> known(Map<String, String> query, Set<String> names) throws HttpRefusal {
        for (String name : query.keySet()) {
            if (!names.contains(name)) {
                throw HttpRefusal.badRequest("There is no filter '" + name + "'.");
            }
        }
        return query;
    }

    /** The value of this name, which must be there and say something. */
    static String required(Map<String, String> query, String name) throws HttpRefusal {
        String value = query.get(name);
        if (value == null || value.isBlank()) {
            throw HttpRefusal.badRequest("The query lacks '" + name + "'.");
        }
        return value;
    }

    private static String decode(String text) throws HttpRefusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpRefusal.badRequest("The query is not percent-encoded as it should be.");
        }
    }
}

package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonReader;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Steps over tokens that the adapters share. */
final class Tokens {
    /** Deeper than any document of ours, shallower than the reader's own stack. */
    private static final int MAX_DEPTH = 64;

    private Tokens() {}

    static void expect(JsonReader reader, JsonReader.Token wanted) throws IOException {
        JsonReader.Token found = reader.peek();
        if (found != wanted) {
            throw new JsonRefusal(reader.getPath(), "should be " + describe(wanted) + ", is " + describe(found));
        }
    }

    /** The next key of an object. @throws JsonRefusal if {@code seen} has it already */
    static String nextName(JsonReader reader, Set<String> seen) throws IOException {
        String name = reader.nextName();
        if (!seen.add(name)) {
            throw new JsonRefusal(reader.getPath(), "is given twice");
        }
        return name;
    }

    /** Reads past an object, keeping only the names of its members. */
    static Set<String> memberNames(JsonReader reader) throws IOException {
        expect(reader, JsonReader.Token.BEGIN_OBJECT);
        return memberNames(reader, 1);
    }

    private static Set<String> memberNames(JsonReader reader, int depth) throws IOException {
        Set<String> names = new LinkedHashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            nextName(reader, names);
            skip(reader, depth + 1);
        }
        reader.endObject();
        return names;
    }

    /** Reads past a value that nobody asked for, holding it to the same rules. */
    static void skip(JsonReader reader) throws IOException {
        skip(reader, 1);
    }

    private static void skip(JsonReader reader, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new JsonRefusal(reader.getPath(), "is nested more than " + MAX_DEPTH + " deep");
        }
        switch (reader.peek()) {
            case BEGIN_OBJECT -> memberNames(reader, depth);
            case BEGIN_ARRAY -> {
                reader.beginArray();
                while (reader.hasNext()) {
                    skip(reader, depth + 1);
                }
                reader.endArray();
            }
            default -> reader.skipValue();
        }
    }

    private static String describe(JsonReader.Token token) {
        return switch (token) {
            case BEGIN_OBJECT -> "an object";
            case BEGIN_ARRAY -> "a list";
            default -> token.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}

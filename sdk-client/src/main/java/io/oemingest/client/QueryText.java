package io.oemingest.client;

import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The query of an address, put together condition by condition. */
final class QueryText {
    private final StringJoiner text = new StringJoiner("&", "?", "").setEmptyValue("");

    /** One more condition; null leaves it out. */
    QueryText with(String name, @Nullable String value) {
        if (value != null) {
            text.add(name + "=" + Paths.encode(value));
        }
        return this;
    }

    /** With its question mark, or empty if there is no condition. */
    @Override
    public String toString() {
        return text.toString();
    }
}

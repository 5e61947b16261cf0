package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** Writes plain values: text, whole numbers, booleans, and lists and maps of these. */
final class TreeWriter {
    private TreeWriter() {}

    static void write(JsonWriter writer, Object value) throws IOException {
        if (value instanceof Map<?, ?> object) {
            writer.beginObject();
            for (Map.Entry<?, ?> member : object.entrySet()) {
                writer.name((String) member.getKey());
                write(writer, member.getValue());
            }
            writer.endObject();
        } else if (value instanceof Collection<?> list) {
            writer.beginArray();
            for (Object element : list) {
                write(writer, element);
            }
            writer.endArray();
        } else if (value instanceof String text) {
            writer.value(text);
        } else if (value instanceof Boolean flag) {
            writer.value(flag.booleanValue());
        } else if (value instanceof Long number) {
            writer.value(number.longValue());
        } else {
            throw new IllegalArgumentException("No plain value at " + writer.getPath() + ": " + value.getClass());
        }
    }
}

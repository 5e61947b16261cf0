package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adapters that convert nothing: text is text, a whole number is a whole number, null is refused. */
final class StrictAdapters implements JsonAdapter.Factory {
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)");

    @Override
    public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
        if (type instanceof ParameterizedType parameterized) {
            Class<?> raw = Types.getRawType(type);
            Type[] arguments = parameterized.getActualTypeArguments();
            if (raw == List.class) {
                return new ListAdapter(moshi.adapter(arguments[0]));
            }
            return raw == Map.class && arguments[0] == String.class
                    ? new MapAdapter(moshi.adapter(arguments[1]))
                    : null;
        }
        return scalar(type);
    }

    private static @Nullable JsonAdapter<?> scalar(Type type) {
        if (type == String.class) {
            return new Scalar<>(JsonReader.Token.STRING, JsonReader::nextString, JsonWriter::value);
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Scalar<Boolean>(JsonReader.Token.BOOLEAN, JsonReader::nextBoolean, JsonWriter::value);
        }
        if (type == Long.class || type == long.class) {
            return new Scalar<Long>(
                    JsonReader.Token.NUMBER, r -> wholeNumber(r, Long.MIN_VALUE, Long.MAX_VALUE), JsonWriter::value);
        }
        if (type == Integer.class || type == int.class) {
            return new Scalar<Integer>(
                    JsonReader.Token.NUMBER,
                    r -> (int) wholeNumber(r, Integer.MIN_VALUE, Integer.MAX_VALUE),
                    JsonWriter::value);
        }
        return type == Instant.class
                ? new Scalar<Instant>(JsonReader.Token.STRING, StrictAdapters::instant, (w, v) -> w.value(v.toString()))
                : null;
    }

    private static long wholeNumber(JsonReader reader, long min, long max) throws IOException {
        String path = reader.getPath();
        String text = reader.nextString();
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
            throw new JsonRefusal(path, "is out of range: " + text);
        } catch (NumberFormatException e) {
            throw new JsonRefusal(path, "is not a whole number in range: " + text);
        }
    }

    private static Instant instant(JsonReader reader) throws IOException {
        String path = reader.getPath();
        String text = reader.nextString();
        try {
            if (RFC_3339.matcher(text).matches()) {
                return Instant.parse(text);
            }
        } catch (DateTimeParseException e) {
            throw new JsonRefusal(path, "is not a time that exists: " + text);
        }
        throw new JsonRefusal(path, "is not a time as in RFC 3339");
    }

    private interface ScalarReader<T> {
        T read(JsonReader reader) throws IOException;
    }

    private interface ScalarWriter<T> {
        JsonWriter write(JsonWriter writer, T value) throws IOException;
    }

    private static final class Scalar<T> extends NonNullAdapter<T> {
        private final JsonReader.Token token;
        private final ScalarReader<T> read;
        private final ScalarWriter<T> write;

        Scalar(JsonReader.Token token, ScalarReader<T> read, ScalarWriter<T> write) {
            this.token = token;
            this.read = read;
            this.write = write;
        }

        @Override
        T readValue(JsonReader reader) throws IOException {
            Tokens.expect(reader, token);
            return read.read(reader);
        }

        @Override
        void writeValue(JsonWriter writer, T value) throws IOException {
            write.write(writer, value);
        }
    }

    private static final class ListAdapter extends NonNullAdapter<List<Object>> {
        private final JsonAdapter<Object> elements;

        ListAdapter(JsonAdapter<Object> elements) {
            this.elements = elements;
        }

        @Override
        List<Object> readValue(JsonReader reader) throws IOException {
            Tokens.expect(reader, JsonReader.Token.BEGIN_ARRAY);
            List<Object> values = new ArrayList<>();
            reader.beginArray();
            while (reader.hasNext()) {
                values.add(elements.fromJson(reader));
            }
            reader.endArray();
            return Collections.unmodifiableList(values);
        }

        @Override
        void writeValue(JsonWriter writer, List<Object> value) throws IOException {
            writer.beginArray();
            for (Object element : value) {
                elements.toJson(writer, element);
            }
            writer.endArray();
        }
    }

    private static final class MapAdapter extends NonNullAdapter<Map<String, Object>> {
        private final JsonAdapter<Object> values;

        MapAdapter(JsonAdapter<Object> values) {
            this.values = values;
        }

        @Override
        Map<String, Object> readValue(JsonReader reader) throws IOException {
            Tokens.expect(reader, JsonReader.Token.BEGIN_OBJECT);
            Map<String, Object> map = new LinkedHashMap<>();
            reader.beginObject();
            while (reader.hasNext()) {
                String key = reader.nextName();
                if (map.containsKey(key)) {
                    throw new JsonRefusal(reader.getPath(), "is given twice");
                }
                map.put(key, values.fromJson(reader));
            }
            reader.endObject();
            return Collections.unmodifiableMap(map);
        }

        @Override
        void writeValue(JsonWriter writer, Map<String, Object> value) throws IOException {
            writer.beginObject();
            for (Map.Entry<String, Object> entry : value.entrySet()) {
                writer.name(entry.getKey());
                values.toJson(writer, entry.getValue());
            }
            writer.endObject();
        }
    }
}

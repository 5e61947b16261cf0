package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An adapter that never sees null: whoever allows null asks for it before. */
abstract class NonNullAdapter<T> extends JsonAdapter<T> {
    abstract T readValue(JsonReader reader) throws IOException;

    abstract void writeValue(JsonWriter writer, T value) throws IOException;

    @Override
    public final T fromJson(JsonReader reader) throws IOException {
        if (reader.peek() == JsonReader.Token.NULL) {
            throw new JsonRefusal(reader.getPath(), "must not be null");
        }
        return readValue(reader);
    }

    @Override
    public final void toJson(JsonWriter writer, @Nullable T value) throws IOException {
        if (value == null) {
            throw new IllegalArgumentException("A value is missing at " + writer.getPath());
        }
        writeValue(writer, value);
    }
}

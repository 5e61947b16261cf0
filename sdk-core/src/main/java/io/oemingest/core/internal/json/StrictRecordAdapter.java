package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A public record as a JSON object. Moshi's own record support takes the last of repeated keys, leaves missing
 * components null and turns a refusing constructor into an {@link AssertionError}; here each is a refusal with its path.
 */
final class StrictRecordAdapter extends NonNullAdapter<Record> {
    private final Constructor<?> constructor;
    private final Component[] components;
    private final Map<String, Integer> indexes = new HashMap<>();

    private StrictRecordAdapter(Constructor<?> constructor, Component[] components) {
        this.constructor = constructor;
        this.components = components;
        for (int i = 0; i < components.length; i++) {
            indexes.put(components[i].name, i);
        }
    }

    @Override
    Record readValue(JsonReader reader) throws IOException {
        Tokens.expect(reader, JsonReader.Token.BEGIN_OBJECT);
        String path = reader.getPath();
        @Nullable Object[] values = new Object[components.length];
        Set<String> seen = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            Integer index = indexes.get(Tokens.nextName(reader, seen));
            if (index == null) {
                Tokens.skip(reader);
            } else {
                values[index] = components[index].read(reader);
            }
        }
        reader.endObject();
        for (Component component : components) {
            if (!component.nullable && !seen.contains(component.name)) {
                throw new JsonRefusal(path, "lacks '" + component.name + "'");
            }
        }
        return construct(path, values);
    }

    private Record construct(String path, @Nullable Object[] values) throws JsonRefusal {
        try {
            return (Record) constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new JsonRefusal(
                    path,
                    String.valueOf(Objects.requireNonNullElse(e.getCause(), e).getMessage()));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    @Override
    void writeValue(JsonWriter writer, Record value) throws IOException {
        writer.beginObject();
        for (Component component : components) {
            writer.name(component.name);
            component.write(writer, value);
        }
        writer.endObject();
    }

    private record Component(String name, boolean nullable, Method accessor, JsonAdapter<Object> adapter) {
        @Nullable
        Object read(JsonReader reader) throws IOException {
            return nullable && reader.peek() == JsonReader.Token.NULL ? reader.nextNull() : adapter.fromJson(reader);
        }

        void write(JsonWriter writer, Record owner) throws IOException {
            try {
                Object value = accessor.invoke(owner);
                if (value == null && nullable) {
                    writer.nullValue();
                } else {
                    adapter.toJson(writer, value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be called", e);
            }
        }
    }

    /** Makes adapters of records and of nothing else. */
    static final class Factory implements JsonAdapter.Factory {
        @Override
        public @Nullable JsonAdapter<?> create(Type type, Set<? extends Annotation> annotations, Moshi moshi) {
            if (!(type instanceof Class<?> raw) || !raw.isRecord()) {
                return null;
            }
            if (!Modifier.isPublic(raw.getModifiers())) {
                throw new IllegalArgumentException(raw + " must be public to travel as JSON");
            }
            RecordComponent[] parts = raw.getRecordComponents();
            Class<?>[] types =
                    Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
            Component[] components =
                    Arrays.stream(parts).map(part -> component(part, moshi)).toArray(Component[]::new);
            try {
                return new StrictRecordAdapter(raw.getDeclaredConstructor(types), components);
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("A record without its canonical constructor: " + raw, e);
            }
        }

        private static Component component(RecordComponent part, Moshi moshi) {
            boolean nullable = part.getAnnotatedType().isAnnotationPresent(Nullable.class);
            return new Component(part.getName(), nullable, part.getAccessor(), moshi.adapter(part.getGenericType()));
        }
    }
}

package io.oemingest.core.internal.json;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.JsonDataException;
import com.squareup.moshi.JsonEncodingException;
import com.squareup.moshi.JsonReader;
import com.squareup.moshi.JsonWriter;
import com.squareup.moshi.Moshi;
import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * JSON (RFC 8259) to and from public records of text, whole numbers, booleans, {@link java.time.Instant}, lists, maps
 * with text keys and other records. Reading is strict but open: a repeated key, a wrong kind of value, a missing
 * component that is not {@code @Nullable} are refused with their path; unknown keys are skipped. Safe for threads.
 */
public final class Json {
    private static final Moshi MOSHI = new Moshi.Builder()
            .add(new StrictAdapters())
            .add(new StrictRecordAdapter.Factory())
            .build();

    private Json() {}

    /** Reads a document that is in memory already. @throws MalformedFileException naming the JSON path as the part */
    public static <T> T read(Class<T> type, String text, String sourceName) throws MalformedFileException {
        return read(type, new Buffer().writeUtf8(text), sourceName);
    }

    /**
     * Reads a UTF-8 document of at most {@link FormatLimits#maxInMemory} bytes; the stream stays open.
     *
     * @throws MalformedFileException naming the JSON path as the part
     */
    public static <T> T read(Class<T> type, InputStream in, String sourceName, FormatLimits limits) throws IOException {
        return read(type, buffer(in, sourceName, limits), sourceName);
    }

    private static Buffer buffer(InputStream in, String sourceName, FormatLimits limits) throws IOException {
        byte[] bytes = in.readNBytes(limits.maxInMemory());
        if (bytes.length == limits.maxInMemory() && in.read() >= 0) {
            throw new MalformedFileException(
                    Location.ofFile(sourceName), "is larger than the " + limits.maxInMemory() + " bytes allowed");
        }
        requireUtf8(bytes, sourceName);
        return new Buffer().write(bytes);
    }

    /** Writes one line: components in their order, null components left out. */
    public static String write(Record value) {
        return write(value, "");
    }

    /** Writes lines indented by two spaces, ended by a line feed, for files that people read. */
    public static String writeIndented(Record value) {
        return write(value, "  ") + '\n';
    }

    /**
     * Writes an object whose shape no record tells, like {@link #writeIndented(Record)}: text, whole numbers, booleans,
     * and lists and maps of these.
     */
    public static String writeIndented(Map<String, ?> object) {
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setIndent("  ");
        try {
            TreeWriter.write(writer, object);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory failed", e);
        }
        return buffer.readUtf8() + '\n';
    }

    /** The member names of the object that a document is, in their order; everything in it is held to the same rules. */
    public static Set<String> memberNames(InputStream in, String sourceName, FormatLimits limits) throws IOException {
        return read(Tokens::memberNames, buffer(in, sourceName, limits), sourceName);
    }

    private static <T> T read(Class<T> type, Buffer buffer, String sourceName) throws MalformedFileException {
        return read(MOSHI.adapter(type)::fromJson, buffer, sourceName);
    }

    private interface Document<T> {
        @Nullable
        T read(JsonReader reader) throws IOException;
    }

    private static <T> T read(Document<T> document, Buffer buffer, String sourceName) throws MalformedFileException {
        JsonReader reader = JsonReader.of(buffer);
        try {
            T value = document.read(reader);
            if (value == null || reader.peek() != JsonReader.Token.END_DOCUMENT) {
                throw new JsonRefusal("$", "something follows the document's end");
            }
            return value;
        } catch (JsonRefusal e) {
            throw new MalformedFileException(Location.ofPart(sourceName, e.path()), e.problem(), e);
        } catch (EOFException e) {
            throw new MalformedFileException(Location.ofPart(sourceName, reader.getPath()), "ends too early", e);
        } catch (JsonEncodingException e) {
            throw new MalformedFileException(Location.ofPart(sourceName, reader.getPath()), "is not JSON", e);
        } catch (JsonDataException | IOException e) {
            throw new MalformedFileException(
                    Location.ofPart(sourceName, reader.getPath()), String.valueOf(e.getMessage()), e);
        }
    }

    private static <T extends Record> String write(T value, String indent) {
        @SuppressWarnings("unchecked")
        JsonAdapter<T> adapter = (JsonAdapter<T>) MOSHI.adapter(value.getClass());
        Buffer buffer = new Buffer();
        JsonWriter writer = JsonWriter.of(buffer);
        writer.setIndent(indent);
        try {
            adapter.toJson(writer, value);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory failed", e);
        }
        return buffer.readUtf8();
    }

    private static void requireUtf8(byte[] bytes, String sourceName) throws MalformedFileException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw new MalformedFileException(Location.ofFile(sourceName), "is not UTF-8", e);
        }
    }
}

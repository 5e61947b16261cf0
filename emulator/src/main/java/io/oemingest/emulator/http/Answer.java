package io.oemingest.emulator.http;

import io.oemingest.core.internal.json.Json;
import io.oemingest.core.io.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer before it is sent: status, headers and either some bytes, a part of a file, or nothing. */
record Answer(
        int status,
        Map<String, String> headers,
        @Nullable ByteBuffer body,
        @Nullable FilePart file) {
    static final String JSON = "application/json";

    /** Bytes of a file, sent as they lie there. */
    record FilePart(Path path, long offset, long length) {}

    Answer {
        headers = Map.copyOf(headers);
        body = body == null ? null : body.asReadOnlyBuffer();
    }

    static Answer bytes(byte[] body, String mediaType) {
        return new Answer(200, Map.of("Content-Type", mediaType), ByteBuffer.wrap(body), null);
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), null, null);
    }

    static Answer json(int status, Record body) {
        return new Answer(status, Map.of("Content-Type", JSON), ByteBuffer.wrap(encoded(body)), null);
    }

    /** A successful read: JSON with a strong validator made of its own bytes. */
    static Answer representation(Record body) {
        byte[] text = encoded(body);
        String hash = Digest.sha256(text).hex();
        return bytes(text, JSON).with("ETag", '"' + hash.substring(0, 32) + '"');
    }

    private static byte[] encoded(Record body) {
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    static Answer file(Path path, long size, String mediaType) {
        return new Answer(200, Map.of("Content-Type", mediaType), null, new FilePart(path, 0, size));
    }

    /** This answer with one more header, or another value of it. */
    Answer with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body, file);
    }

    Answer with(Map<String, String> others) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.putAll(others);
        return new Answer(status, more, body, file);
    }

    /** The same headers for a part of the file. */
    Answer withPart(int otherStatus, FilePart part) {
        return new Answer(otherStatus, headers, null, part);
    }

    @Nullable
    String header(String name) {
        return headers.get(name);
    }
}

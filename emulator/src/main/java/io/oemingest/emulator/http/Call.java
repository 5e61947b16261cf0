package io.oemingest.emulator.http;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.json.Json;
import io.oemingest.emulator.engine.Account;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.URIUtil;
import org.jspecify.annotations.Nullable;

/** One request, with what is known of it so far. Belongs to one thread. */
final class Call {
    /** More than any JSON body of the API needs. */
    static final int MAX_JSON = 64 << 10;

    private final Request request;
    private final UUID correlationId;
    private final List<String> segments;
    private final String method;
    private final RequestBody body;
    private @Nullable Account account;
    private byte @Nullable [] read;

    Call(Request request, UUID correlationId) {
        this.request = request;
        this.correlationId = correlationId;
        this.segments = Route.segments(Request.getPathInContext(request));
        this.method = effectiveMethod(request);
        this.body = new RequestBody(request);
    }

    /** Proxies and old libraries that know no PATCH say POST and name the real method in a header (tus 1.0.0). */
    private static String effectiveMethod(Request request) {
        String override = request.getHeaders().get("X-HTTP-Method-Override");
        return override != null && request.getMethod().equals("POST") ? override : request.getMethod();
    }

    String method() {
        return method;
    }

    UUID correlationId() {
        return correlationId;
    }

    List<String> segments() {
        return segments;
    }

    /** The path as it was asked for. */
    String path() {
        return Objects.requireNonNullElse(Request.getPathInContext(request), "");
    }

    /** The text in the third place of the path, decoded: an upload's id, a ticket's. */
    String id() {
        return URIUtil.decodePath(segments.get(2));
    }

    @Nullable
    String header(String name) {
        return request.getHeaders().get(name);
    }

    /** All lines of a list-valued header in one, or null. */
    @Nullable
    String list(String name) {
        List<String> lines = request.getHeaders().getFields(name).stream()
                .map(HttpField::getValue)
                .filter(Objects::nonNull)
                .toList();
        return lines.isEmpty() ? null : String.join(", ", lines);
    }

    Map<String, String> query() throws HttpRefusal {
        return QueryParameters.parse(request.getHttpURI().getQuery());
    }

    Account account() {
        return Objects.requireNonNull(account, "a route without an account asked for one");
    }

    /** Whose request it is, or null if that is not known yet. */
    @Nullable
    Account knownAccount() {
        return account;
    }

    void authenticated(Account owner) {
        account = owner;
    }

    /** Size of the body as announced, or -1 for a chunked one. */
    long contentLength() {
        return request.getLength();
    }

    /** The body, not yet read. */
    RequestBody body() {
        return body;
    }

    /** The small body of a JSON request, kept for whoever asks next. @throws HttpRefusal 413 above {@link #MAX_JSON} bytes */
    byte[] smallBody() throws HttpRefusal, IOException {
        byte[] bytes = read;
        if (bytes == null) {
            bytes = body(MAX_JSON);
            read = bytes;
        }
        return bytes;
    }

    /** The body whole, which can be had once. @throws HttpRefusal 413 above so many bytes, before any is read if they were announced */
    byte[] body(int max) throws HttpRefusal, IOException {
        HttpRefusal tooLarge = HttpRefusal.tooLarge("A body may have " + max + " bytes here.");
        if (contentLength() > max) {
            throw tooLarge;
        }
        byte[] bytes = body.stream().readNBytes(max + 1);
        if (bytes.length > max) {
            throw tooLarge;
        }
        return bytes;
    }

    <T extends Record> T json(Class<T> type) throws HttpRefusal, IOException {
        MediaTypes.requireContent(this, Answer.JSON);
        try {
            return Json.read(type, new ByteArrayInputStream(smallBody()), "body", FormatLimits.defaults());
        } catch (MalformedFileException e) {
            throw HttpRefusal.badRequest("The body is not what the operation takes: " + e.getMessage());
        }
    }
}

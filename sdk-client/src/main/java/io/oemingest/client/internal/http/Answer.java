package io.oemingest.client.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Status, headers and a body that is still on its way. Close it. */
public final class Answer implements Closeable {
    private final HttpCall call;
    private final Response response;

    Answer(HttpCall call, Response response) {
        this.call = call;
        this.response = response;
    }

    /** The request that this answers. */
    public HttpCall call() {
        return call;
    }

    public int status() {
        return response.code();
    }

    public @Nullable String header(String name) {
        return response.header(name);
    }

    /** The media type in small letters without parameters, empty if there is none. */
    public String mediaType() {
        String type = response.header("Content-Type");
        return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** The body from where reading stopped. */
    public InputStream stream() {
        return response.body().byteStream();
    }

    /** The first {@code limit} bytes of what is left of the body, as UTF-8. */
    public String text(int limit) throws IOException {
        return new String(stream().readNBytes(limit), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        response.close();
    }
}

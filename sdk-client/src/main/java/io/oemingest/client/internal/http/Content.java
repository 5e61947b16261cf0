package io.oemingest.client.internal.http;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The body of a request, written once as a stream. */
public record Content(String type, ByteSource bytes) {

    /** JSON text. */
    public static Content json(String text) {
        return new Content("application/json", ByteSource.of("request", text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Nothing, for methods of HTTP that demand a body. */
    public static Content none() {
        return new Content("application/octet-stream", ByteSource.of("request", new byte[0]));
    }

    void writeTo(OutputStream out) throws IOException {
        bytes.stream().transferTo(out);
    }
}

package io.oemingest.client.internal.http;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param patience how much longer than usual the answer may take, for requests that ask the service to wait
 */
public record HttpCall(
        String method,
        URI uri,
        Map<String, String> headers,
        @Nullable Content content,
        Duration patience) {

    public HttpCall {
        headers = Map.copyOf(headers);
    }

    public static HttpCall of(String method, URI uri) {
        return new HttpCall(method, uri, Map.of(), null, Duration.ZERO);
    }

    /** The same request with one more header; null leaves it out. */
    public HttpCall header(String name, @Nullable String value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new HttpCall(method, uri, more, content, patience);
    }

    public HttpCall content(Content body) {
        return new HttpCall(method, uri, headers, body, patience);
    }

    public HttpCall patience(Duration more) {
        return new HttpCall(method, uri, headers, content, more);
    }

    /** The form of messages: method and address without the query. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}

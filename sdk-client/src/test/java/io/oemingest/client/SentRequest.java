package io.oemingest.client;

import java.util.Locale;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;

/** A request as it went over the network. */
record SentRequest(String method, HttpUrl url, Headers headers, ByteString body) {
    String path() {
        return url.encodedPath();
    }

    /** The media type of the body without parameters, empty if it has none. */
    String mediaType() {
        String type = headers.get("Content-Type");
        return type == null ? "" : type.replaceFirst(";.*", "").trim().toLowerCase(Locale.ROOT);
    }

    SentRequest withHeader(String name, String value) {
        return new SentRequest(
                method, url, headers.newBuilder().set(name, value).build(), body);
    }

    SentRequest withoutHeader(String name) {
        return new SentRequest(method, url, headers.newBuilder().removeAll(name).build(), body);
    }

    SentRequest withBody(String text) {
        return new SentRequest(method, url, headers, ByteString.encodeUtf8(text));
    }

    @Override
    public String toString() {
        return method + " " + url.encodedPath();
    }
}

package io.oemingest.client.internal.http;

import java.time.Duration;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** How long to wait for a connection and for each piece of an exchange; null keeps what the HTTP client has. */
public record HttpTimeouts(
        @Nullable Duration connect, @Nullable Duration response) {

    void applyTo(OkHttpClient.Builder builder) {
        if (connect != null) {
            builder.connectTimeout(connect);
        }
        if (response != null) {
            builder.readTimeout(response).writeTimeout(response);
        }
    }
}

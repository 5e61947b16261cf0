package io.oemingest.client.internal.http;

import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A {@link Content} as OkHttp wants it. OkHttp never sends it twice; repeating is for the caller to decide. */
final class ContentBody extends RequestBody {
    private final Content content;

    ContentBody(Content content) {
        this.content = content;
    }

    @Override
    public @Nullable MediaType contentType() {
        return MediaType.parse(content.type());
    }

    @Override
    public long contentLength() {
        return content.bytes().size();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        content.writeTo(sink.outputStream());
    }
}

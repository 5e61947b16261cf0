package io.oemingest.client;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.ByteString;

/** Keeps what a client sends, with every header that the HTTP library adds. Safe for threads. */
final class RequestRecorder implements Interceptor {
    private final List<SentRequest> requests = new CopyOnWriteArrayList<>();

    List<SentRequest> requests() {
        return List.copyOf(requests);
    }

    List<SentRequest> requests(String method, String path) {
        return requests.stream()
                .filter(request ->
                        request.method().equals(method) && request.path().equals(path))
                .toList();
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        requests.add(new SentRequest(request.method(), request.url(), request.headers(), body(request.body())));
        return chain.proceed(request);
    }

    private static ByteString body(RequestBody body) throws IOException {
        Buffer buffer = new Buffer();
        if (body != null) {
            body.writeTo(buffer);
        }
        return buffer.readByteString();
    }
}

package io.oemingest.client.internal.http;

import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests over OkHttp. The exchange runs on a thread of its own, because a blocked socket does not feel an
 * interrupt: the caller waits, and an interrupt cancels the exchange at once. Safe for threads.
 */
public final class HttpTransport implements Closeable {
    private final OkHttpClient http;
    private final boolean owned;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpTransport::daemon);

    /** Uses connections and settings of {@code given} and leaves it open, or makes a client of its own. */
    public HttpTransport(@Nullable OkHttpClient given, HttpTimeouts timeouts) {
        OkHttpClient.Builder builder = given == null ? new OkHttpClient.Builder() : given.newBuilder();
        timeouts.applyTo(builder);
        // A redirect would carry the credentials to an address that the caller did not name.
        builder.followRedirects(false).followSslRedirects(false);
        builder.addInterceptor(HttpTransport::extendReadTimeout).addNetworkInterceptor(HttpTransport::noteConnection);
        this.http = builder.build();
        this.owned = given == null;
    }

    /** Sends a request and waits for the head of the answer, whatever its status. */
    public Answer send(HttpCall call) throws NoAnswerException, InterruptedException {
        AtomicBoolean connected = new AtomicBoolean();
        Call exchange = http.newCall(request(call, connected));
        Future<Response> response = start(exchange);
        try {
            return new Answer(call, response.get());
        } catch (InterruptedException e) {
            exchange.cancel();
            closeIfThere(response);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new NoAnswerException(cause, connected.get());
            }
            throw new IllegalStateException("The HTTP client failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        if (owned) {
            http.connectionPool().evictAll();
        }
    }

    private Future<Response> start(Call exchange) {
        try {
            return threads.submit(() -> execute(exchange));
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("The client is closed", e);
        }
    }

    private static Response execute(Call exchange) throws IOException {
        Response response = exchange.execute();
        if (exchange.isCanceled()) {
            // Nobody waits for it any more.
            response.close();
        }
        return response;
    }

    private static void closeIfThere(Future<Response> response) throws InterruptedException {
        if (response.isDone()) {
            try {
                response.get().close();
            } catch (ExecutionException e) {
                // The exchange failed, so there is nothing to close.
            }
        }
    }

    private static Request request(HttpCall call, AtomicBoolean connected) {
        Request.Builder request = new Request.Builder()
                .url(call.uri().toString())
                .method(call.method(), call.content() == null ? null : new ContentBody(call.content()))
                .tag(HttpCall.class, call)
                .tag(AtomicBoolean.class, connected);
        call.headers().forEach(request::header);
        return request.build();
    }

    private static Response extendReadTimeout(Interceptor.Chain chain) throws IOException {
        HttpCall call = chain.request().tag(HttpCall.class);
        int usual = chain.readTimeoutMillis();
        if (call == null || usual == 0 || call.patience().isZero()) {
            return chain.proceed(chain.request());
        }
        long longer = usual + call.patience().toMillis();
        return chain.withReadTimeout((int) Math.min(longer, Integer.MAX_VALUE), TimeUnit.MILLISECONDS)
                .proceed(chain.request());
    }

    private static Response noteConnection(Interceptor.Chain chain) throws IOException {
        AtomicBoolean connected = chain.request().tag(AtomicBoolean.class);
        if (connected != null) {
            connected.set(true);
        }
        return chain.proceed(chain.request());
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "oemingest-http");
        thread.setDaemon(true);
        return thread;
    }
}

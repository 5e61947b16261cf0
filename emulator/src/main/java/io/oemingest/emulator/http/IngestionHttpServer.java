package io.oemingest.emulator.http;

import io.oemingest.emulator.engine.IngestionEngine;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The ingestion API on a socket, over HTTP/1.1. Started when it exists, until {@link #close()}. */
public final class IngestionHttpServer implements AutoCloseable {
    private static final int THREADS = 200;
    private static final Duration QUIET = Duration.ofSeconds(30);

    /** How long a connection that says nothing keeps the service from stopping. */
    private static final Duration IDLE_AT_STOP = Duration.ofMillis(50);

    private final Server server;
    private final ServerConnector connector;

    private IngestionHttpServer(Server server, ServerConnector connector) {
        this.server = server;
        this.connector = connector;
    }

    /** Begins to listen. @throws IOException if the address cannot be had */
    public static IngestionHttpServer start(IngestionEngine engine, HttpServerOptions options) throws IOException {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("ingestion-http");
        Server server = new Server(threads);
        ServerConnector connector = connector(server, options);
        ApiHandler api = new ApiHandler(engine, IngestionApi.routes(engine, options), options.correlationIds());
        server.addConnector(connector);
        GracefulHandler graceful = new GracefulHandler(api);
        graceful.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        server.setHandler(graceful);
        server.setErrorHandler(api::handleError);
        server.setStopTimeout(options.stopTimeout().toMillis());
        try {
            server.start();
        } catch (Exception e) {
            stop(server);
            throw new IOException(cannotListen(options, e), e);
        }
        return new IngestionHttpServer(server, connector);
    }

    private static String cannotListen(HttpServerOptions options, Exception e) {
        Throwable why = e.getCause() == null ? e : e.getCause();
        return "The service cannot listen at " + options.bindAddress().getHostAddress() + " port " + options.port()
                + " (" + why.getMessage() + "); choose another port, or 0 for any that is free";
    }

    private static ServerConnector connector(Server server, HttpServerOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setInputBufferSize(128 << 10);
        http.setOutputBufferSize(128 << 10);
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(options.bindAddress().getHostAddress());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.longestWait().plus(QUIET).toMillis());
        connector.setShutdownIdleTimeout(IDLE_AT_STOP.toMillis());
        return connector;
    }

    /** Where the service is, such as {@code http://127.0.0.1:49152/}; paths of the API are resolved against it. */
    public URI baseUri() {
        InetAddress address = InetAddress.getLoopbackAddress();
        if (connector.getTransport() instanceof ServerSocketChannel channel) {
            InetAddress bound = channel.socket().getInetAddress();
            address = bound.isAnyLocalAddress() ? address : bound;
        }
        String text = address.getHostAddress();
        String host = address instanceof Inet6Address ? "[" + text + "]" : text;
        return URI.create("http://" + host + ":" + connector.getLocalPort() + "/");
    }

    /** Lets running requests finish for as long as the options say, then stops. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(Server server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The service did not stop", e);
        }
    }
}

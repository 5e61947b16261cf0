package io.oemingest.emulator.http;

import io.oemingest.emulator.port.TimestampPort;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the service listens.
 *
 * @param port 0 lets the system choose
 * @param correlationIds a fresh id for every answer; called from many threads
 * @param longestWait most that {@code Prefer: wait=N} is granted
 * @param stopTimeout how long {@link IngestionHttpServer#close()} lets requests finish
 * @param timestamps who answers {@code /v1/timestamp}, null for nobody
 */
public record HttpServerOptions(
        InetAddress bindAddress,
        int port,
        Supplier<UUID> correlationIds,
        Duration longestWait,
        Duration stopTimeout,
        @Nullable TimestampPort timestamps) {

    /** Listens on 127.0.0.1 only, at a port that the system chooses; waits up to a minute. */
    public static HttpServerOptions loopback(Supplier<UUID> correlationIds) {
        return new HttpServerOptions(
                loopbackAddress(), 0, correlationIds, Duration.ofMinutes(1), Duration.ofSeconds(2), null);
    }

    public HttpServerOptions withBindAddress(InetAddress address) {
        return new HttpServerOptions(address, port, correlationIds, longestWait, stopTimeout, timestamps);
    }

    public HttpServerOptions withPort(int otherPort) {
        return new HttpServerOptions(bindAddress, otherPort, correlationIds, longestWait, stopTimeout, timestamps);
    }

    public HttpServerOptions withLongestWait(Duration wait) {
        return new HttpServerOptions(bindAddress, port, correlationIds, wait, stopTimeout, timestamps);
    }

    public HttpServerOptions withStopTimeout(Duration timeout) {
        return new HttpServerOptions(bindAddress, port, correlationIds, longestWait, timeout, timestamps);
    }

    public HttpServerOptions withTimestamps(TimestampPort authority) {
        return new HttpServerOptions(bindAddress, port, correlationIds, longestWait, stopTimeout, authority);
    }

    private static InetAddress loopbackAddress() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are always an address", e);
        }
    }
}

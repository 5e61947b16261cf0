package io.oemingest.emulator.engine;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * An archive on its way to the service.
 *
 * @param clientId the account that alone may see it
 * @param part whether it is only a part, to be joined with others
 * @param length announced size in bytes
 * @param offset bytes that have arrived
 * @param metadata what the client said of it
 * @param expires when the service drops it unless something arrives
 */
public record Upload(
        String id,
        UUID clientId,
        boolean part,
        long length,
        long offset,
        Map<String, String> metadata,
        Instant expires) {
    public Upload {
        metadata = Map.copyOf(metadata);
    }

    public boolean isComplete() {
        return offset == length;
    }

    Upload arrivedUpTo(long newOffset, Instant newExpiry) {
        return new Upload(id, clientId, part, length, newOffset, metadata, newExpiry);
    }
}

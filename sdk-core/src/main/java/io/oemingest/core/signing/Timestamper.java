package io.oemingest.core.signing;

import io.oemingest.core.io.Digest;
import java.io.IOException;

/** An authority for time stamps (RFC 3161), in the same process or behind a connection. Safe for threads. */
@FunctionalInterface
public interface Timestamper {
    /**
     * A time-stamp token in DER, with the authority's certificates, which says that the imprint existed.
     *
     * @param imprint SHA-256 of a signature value
     * @throws IOException if the authority cannot be reached or does not give one
     */
    byte[] token(Digest imprint) throws IOException;
}

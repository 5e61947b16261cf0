package io.oemingest.core.format.pkg;

import io.oemingest.core.io.Digest;

/**
 * One file as a security catalog lists it.
 *
 * @param name member name, for messages
 * @param kind decides how the digests were computed
 * @param sha256 SHA-256 by kind
 * @param sha1 SHA-1 by kind
 */
public record CatalogSubject(String name, Kind kind, Digest sha256, Digest sha1) {

    /** What a file is by its content, never by its name. */
    public enum Kind {
        /** An executable image; its digest leaves out checksum and certificates. */
        PE,
        /** A cabinet; its digest leaves out the signature. */
        CABINET,
        /** Anything else; the digest is over all bytes. */
        FLAT
    }
}

package io.oemingest.core.format.pkg;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.cabinet.Cabinet;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;

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

    /**
     * Computes both digests of a file.
     *
     * @throws io.oemingest.core.format.MalformedFileException if the content begins like an image or a cabinet and is none
     */
    public static CatalogSubject of(String name, ByteSource content, FormatLimits limits) throws IOException {
        if (PeImage.isPe(content)) {
            PeImage image = PeImage.read(content, limits);
            return new CatalogSubject(
                    name, Kind.PE, image.digest(DigestAlgorithm.SHA256), image.digest(DigestAlgorithm.SHA1));
        }
        if (Cabinet.isCabinet(content)) {
            Cabinet cabinet = Cabinet.read(content, limits);
            return new CatalogSubject(
                    name,
                    Kind.CABINET,
                    cabinet.catalogDigest(DigestAlgorithm.SHA256),
                    cabinet.catalogDigest(DigestAlgorithm.SHA1));
        }
        return new CatalogSubject(name, Kind.FLAT, Digest.sha256(content), Digest.of(DigestAlgorithm.SHA1, content));
    }
}

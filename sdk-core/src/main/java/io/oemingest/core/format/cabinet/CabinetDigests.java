package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** The two digests of a cabinet, which both leave out the bytes that signing or a checksum would change. */
final class CabinetDigests {
    private static final int BUFFER = 1 << 16;

    private CabinetDigests() {}

    /** Over the signed form without reserved1, iCabinet, the reserve sizes and the first 16 bytes of the reserve. */
    static Digest authenticode(SignedForm form, DigestAlgorithm algorithm) throws IOException {
        return finish(ofHead(form, algorithm), algorithm, form.tail());
    }

    /** The beginning of the same, for who reads the tail anyway. */
    static MessageDigest ofHead(SignedForm form, DigestAlgorithm algorithm) {
        MessageDigest digest = algorithm.newMessageDigest();
        byte[] head = form.head().array();
        digest.update(head, 0, 4);
        digest.update(head, 8, 26);
        digest.update(head, 56, head.length - 56);
        return digest;
    }

    /** Over the bytes of a cabinet without reserve area, as they are but for reserved1. */
    static Digest plain(ByteSource cabinet, DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        byte[] magic = new byte[4];
        cabinet.readFully(0, magic, 0, magic.length);
        digest.update(magic);
        return finish(digest, algorithm, cabinet.slice(cabinet.name(), 8, cabinet.size() - 8));
    }

    private static Digest finish(MessageDigest digest, DigestAlgorithm algorithm, ByteSource rest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        InputStream stream = rest.stream();
        for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
            digest.update(buffer, 0, n);
        }
        return Digest.of(algorithm, digest.digest());
    }
}

package io.oemingest.core.signing;

import io.oemingest.core.format.pkg.CatalogSubject;
import io.oemingest.core.format.pkg.CatalogSubject.Kind;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.MessageDigest;

/** The digests of a file while it is unpacked; only what may be an image or a cabinet is kept aside. */
final class MemberDigests {
    private static final int MAGIC = 4;
    private static final int BUFFER = 1 << 16;

    private MemberDigests() {}

    /** Whether a file with these first bytes needs more than one pass. */
    static boolean needsSpool(PushbackInputStream content) throws IOException {
        byte[] start = content.readNBytes(MAGIC);
        content.unread(start);
        boolean image = start.length >= 2 && start[0] == 'M' && start[1] == 'Z';
        boolean cabinet =
                start.length == MAGIC && start[0] == 'M' && start[1] == 'S' && start[2] == 'C' && start[3] == 'F';
        return image || cabinet;
    }

    static PushbackInputStream peekable(InputStream content) {
        return new PushbackInputStream(content, MAGIC);
    }

    /** A file that is neither image nor cabinet, read once to its end. */
    static CatalogSubject flat(String name, InputStream content) throws IOException {
        MessageDigest sha256 = DigestAlgorithm.SHA256.newMessageDigest();
        MessageDigest sha1 = DigestAlgorithm.SHA1.newMessageDigest();
        byte[] buffer = new byte[BUFFER];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            sha256.update(buffer, 0, n);
            sha1.update(buffer, 0, n);
        }
        return new CatalogSubject(
                name,
                Kind.FLAT,
                Digest.of(DigestAlgorithm.SHA256, sha256.digest()),
                Digest.of(DigestAlgorithm.SHA1, sha1.digest()));
    }
}

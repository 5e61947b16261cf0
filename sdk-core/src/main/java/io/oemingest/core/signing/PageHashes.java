package io.oemingest.core.signing;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.pe.ImagePages;
import io.oemingest.core.format.pe.PeImage;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The digests of single pages that the signature of an image may carry, so that a loader can check a page when it
 * needs it (SpcPeImagePageHashes of the Authenticode specification). Read, not verified. Immutable, safe for threads.
 */
public final class PageHashes {
    private static final int OFFSET = 4;

    private final DigestAlgorithm algorithm;
    // Entries of u4 offset and digest; the last one has the end of the last page. A list of objects would be ten times
    // as large.
    private final byte[] table;

    PageHashes(DigestAlgorithm algorithm, byte[] table) {
        this.algorithm = algorithm;
        this.table = table;
    }

    static int entryLength(DigestAlgorithm algorithm) {
        return OFFSET + algorithm.length();
    }

    /**
     * Reads the page hashes of an image's first signature; null if it is not signed, or without them.
     *
     * @throws io.oemingest.core.format.MalformedFileException if signature or hashes are not readable
     */
    public static @Nullable PageHashes of(PeImage image, FormatLimits limits) throws IOException {
        return image.signature() == null ? null : PageHashReader.read(image, image.signature(), limits);
    }

    /** SHA-1 in version 1 of page hashes, SHA-256 in version 2. */
    public DigestAlgorithm algorithm() {
        return algorithm;
    }

    /** How many pages there are. */
    public int count() {
        return table.length / entryLength(algorithm) - 1;
    }

    /** Where a page starts in the file, in the order of the image. */
    public long offset(int page) {
        return entry(Objects.checkIndex(page, count()));
    }

    /** Digest of a page's bytes, filled up with zeros. */
    public Digest digest(int page) {
        int from = Objects.checkIndex(page, count()) * entryLength(algorithm) + OFFSET;
        byte[] digest = new byte[algorithm.length()];
        System.arraycopy(table, from, digest, 0, digest.length);
        return Digest.of(algorithm, digest);
    }

    /** Where the last page ends. */
    public long end() {
        return entry(count());
    }

    /**
     * Compares the image with the hashes and reads it once.
     *
     * @return offset of the first page that has changed, is missing or is not in the image; null if all fit
     */
    public @Nullable Long firstDifference(PeImage image) throws IOException {
        ImagePages actual = image.pages();
        // Known before anything is read, so that a false table costs nothing.
        if (actual.count() != count() || actual.end() != end()) {
            return Math.min(actual.end(), end());
        }
        int[] next = {0};
        actual.forEach(algorithm, (offset, digest) -> {
            boolean same = offset(next[0]) == offset && digest(next[0]).matches(digest);
            next[0] += same ? 1 : 0;
            return same;
        });
        return next[0] == count() ? null : offset(next[0]);
    }

    private long entry(int index) {
        ByteBuffer bytes = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        return Integer.toUnsignedLong(bytes.getInt(index * entryLength(algorithm)));
    }
}

package io.oemingest.core.format.pe;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * The signatures behind an image: entries (WIN_CERTIFICATE) at multiples of 8, each u4 dwLength with this head, u2
 * wRevision 0x0200, u2 wCertificateType 2 for PKCS#7, then the signature.
 */
final class CertificateTable {
    private static final int HEAD = 8;
    private static final int REVISION = 0x0200;
    private static final int PKCS7 = 2;

    private CertificateTable() {}

    /** The first PKCS#7 signature with its padding, or null if there is none; every entry is checked. */
    static @Nullable ByteSource firstPkcs7(ByteSource source, PeHeaders headers, FormatLimits limits)
            throws IOException {
        StructReader reader = new StructReader(source);
        ByteSource first = null;
        long end = headers.imageEnd() + headers.certificatesSize();
        for (long at = headers.imageEnd(); at < end; ) {
            ByteBuffer entry = reader.read("certificate table", at, HEAD);
            long length = Integer.toUnsignedLong(entry.getInt(0));
            if (length <= HEAD || length > end - at || length > limits.maxInMemory()) {
                throw reader.malformed(
                        "certificate table",
                        at,
                        "has an entry of " + length + " bytes, " + (end - at) + " are left and " + limits.maxInMemory()
                                + " allowed in memory");
            }
            if (first == null && (entry.getShort(6) & 0xffff) == PKCS7) {
                first = source.slice(source.name(), at + HEAD, length - HEAD);
            }
            at += aligned(length);
        }
        return first;
    }

    /** A table of one entry; its length counts the zeros that fill up the last 8 bytes. */
    static ByteBuffer of(byte[] pkcs7) {
        int length = Math.toIntExact(aligned((long) HEAD + pkcs7.length));
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .putShort((short) REVISION)
                .putShort((short) PKCS7)
                .put(pkcs7)
                .rewind();
    }

    private static long aligned(long length) {
        return (length + PeHeaders.ALIGNMENT - 1) / PeHeaders.ALIGNMENT * PeHeaders.ALIGNMENT;
    }
}

package io.oemingest.core.format.pe;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A PE32 or PE32+ image (program, driver, EFI application), its headers checked. Safe for threads. */
public final class PeImage {
    private PeImage() {}

    /** Whether the source has the two signatures of an image; nothing else is checked. */
    public static boolean isPe(ByteSource source) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Reads and checks headers, section ranges and the certificate table. The source must stay open. */
    public static PeImage read(ByteSource source, FormatLimits limits) throws IOException {
        throw new UnsupportedOperationException();
    }

    public ByteSource source() {
        throw new UnsupportedOperationException();
    }

    /** The Authenticode digest; for an unsigned image the one it has when signed. */
    public Digest digest(DigestAlgorithm algorithm) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The PKCS#7 signature of the first such entry of the certificate table, with its padding, or null. */
    public @Nullable ByteSource signature() {
        throw new UnsupportedOperationException();
    }

    /** Copies the image to a new file with this signature in place of its certificate table. The target must not exist. */
    public void writeSigned(byte[] pkcs7, Path target) throws IOException {
        throw new UnsupportedOperationException();
    }
}

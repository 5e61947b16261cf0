package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;

/** Small images for tests of other packages. */
public final class FfuImages {
    private FfuImages() {}

    /** Chunks of 1 KiB, headers in the second and third, three blocks of payload, a catalog of zeros. */
    public static byte[] ofOneStore() {
        return TestFfu.v1().build();
    }

    /** The same without a catalog. */
    public static byte[] withoutCatalog() {
        return TestFfu.v1().catalogLength(0).build();
    }

    /** The same with any bytes for a catalog. */
    public static TruncatedFfu withCatalog(byte[] catalog) throws IOException {
        byte[] image = TestFfu.v1().catalogLength(catalog.length).build();
        System.arraycopy(catalog, 0, image, SecurityHeader.LENGTH, catalog.length);
        return TruncatedFfu.read(ByteSource.of("image.ffu", image), FormatLimits.defaults());
    }
}

package io.oemingest.core.format.ffu;

/** Small images for tests of other packages. */
public final class FfuImages {
    private FfuImages() {}

    /** Chunks of 1 KiB, headers in the second and third, three blocks of payload, a catalog of zeros. */
    public static byte[] ofOneStore() {
        return TestFfu.v1().build();
    }
}

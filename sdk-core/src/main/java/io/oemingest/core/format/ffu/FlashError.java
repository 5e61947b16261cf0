package io.oemingest.core.format.ffu;

/** The numbers by which the flashing tool on the PC tells what is wrong with an image. */
enum FlashError {
    STORE_HEADER(8),
    SECURITY_HEADER_MISSING(15),
    SECURITY_HEADER(16),
    SECURITY_PADDING(17),
    IMAGE_HEADER(18),
    IMAGE_PADDING(19),
    EXCESS_BLOCKS(21),
    PLATFORM_ID(22),
    HASH(23),
    SIGNATURE(24),
    WRITE_DESCRIPTORS(28);

    private final int number;

    FlashError(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}

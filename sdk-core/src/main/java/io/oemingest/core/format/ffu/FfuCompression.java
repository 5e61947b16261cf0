package io.oemingest.core.format.ffu;

/** How the blocks of a {@link FfuVariant#V1_COMPRESSED} image are packed; the order is that of the field's values. */
public enum FfuCompression {
    NONE,
    DEFAULT,
    LZNT1,
    XPRESS,
    XPRESS_HUFF
}

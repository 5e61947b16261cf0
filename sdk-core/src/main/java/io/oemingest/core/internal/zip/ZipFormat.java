package io.oemingest.core.internal.zip;

/** Numbers of APPNOTE.TXT 6.3, under the names it uses. */
final class ZipFormat {
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int END_SIGNATURE = 0x06054b50;
    static final int END64_SIGNATURE = 0x06064b50;
    static final int LOCATOR64_SIGNATURE = 0x07064b50;

    static final int LOCAL_SIZE = 30;
    static final int CENTRAL_SIZE = 46;
    static final int END_SIZE = 22;
    static final int END64_SIZE = 56;
    static final int LOCATOR64_SIZE = 20;

    static final int STORED = 0;
    static final int DEFLATED = 8;
    static final int FLAG_ENCRYPTED = 1;
    static final int FLAG_UTF8 = 0x800;
    static final int VERSION = 20;
    static final int VERSION_64 = 45;
    /** The first day that a DOS date can name, at midnight. */
    static final int FIXED_DATE = 0x0021;

    static final int EXTRA_64 = 1;
    static final long MAX_32 = 0xffffffffL;
    static final int MAX_16 = 0xffff;

    /** Unpacked bytes for one packed byte beyond which a text is taken for a bomb; real texts stay below 60. */
    static final int MAX_RATIO = 200;
    /** Small texts may have any ratio. */
    static final int RATIO_FREE = 64 << 10;

    private ZipFormat() {}

    static boolean looksLikeBomb(long packed, long unpacked) {
        return unpacked > RATIO_FREE && unpacked / MAX_RATIO > packed;
    }
}

package io.oemingest.core.format.cabinet;

/**
 * LZX as cabinets use it ([MS-PATCH] 2 describes the format): each data block is a frame of 32 KiB, LZX blocks of three
 * kinds run across the frames, and every frame begins at a word of its own.
 */
final class LzxDecoder implements BlockDecoder {
    static final int VERBATIM = 1;
    static final int ALIGNED = 2;
    static final int UNCOMPRESSED = 3;

    private static final int LENGTH_MASK = 7;

    private final LzxBits bits = new LzxBits();
    private final LzxWindow window;
    private final LzxTrees trees;
    private final LzxOffsets offsets;

    private LzxTranslation translation = new LzxTranslation(0);
    private boolean started;
    private long produced;
    private int kind;
    private int left;
    private boolean padded;
    private int start;

    LzxDecoder(int windowBits, long unpackedSize) {
        window = new LzxWindow(windowBits, unpackedSize);
        trees = new LzxTrees(windowBits, bits);
        offsets = new LzxOffsets(bits, trees.aligned);
    }

    @Override
    public void decode(PackedBytes packed, int unpacked) throws CorruptDataException {
        bits.start(packed);
        if (!started) {
            started = true;
            translation = LzxTranslation.read(bits);
        }
        start = window.startFrame();
        int end = start + unpacked;
        while (window.position() < end) {
            if (left == 0) {
                startBlock();
            }
            decodeRun(window.position() + Math.min(left, end - window.position()));
        }
        endFrame();
        translation.undo(window.bytes(), start, unpacked, produced);
        produced += unpacked;
    }

    @Override
    public byte[] bytes() {
        return translation.bytes();
    }

    @Override
    public int start() {
        return translation.start();
    }

    private void startBlock() throws CorruptDataException {
        if (padded) {
            bits.readByte();
            padded = false;
        }
        kind = bits.read(3);
        left = (bits.read(16) << 8) | bits.read(8);
        bits.checkEnd();
        if (left == 0) {
            throw new CorruptDataException("has an LZX block of no bytes");
        }
        switch (kind) {
            case VERBATIM -> trees.readMainAndLength();
            case ALIGNED -> {
                trees.readAligned();
                trees.readMainAndLength();
            }
            case UNCOMPRESSED -> {
                bits.alignToBytes();
                offsets.readRecent();
                padded = left % 2 != 0;
            }
            default -> throw new CorruptDataException("has an LZX block of the unknown kind " + kind);
        }
    }

    private void decodeRun(int end) throws CorruptDataException {
        left -= end - window.position();
        if (kind == UNCOMPRESSED) {
            window.put(bits, end - window.position());
            return;
        }
        while (window.position() < end) {
            int symbol = trees.main.decode(bits);
            if (symbol < LzxTrees.LITERALS) {
                window.put(symbol);
            } else {
                repeat(symbol - LzxTrees.LITERALS, end);
            }
        }
    }

    private void repeat(int match, int end) throws CorruptDataException {
        int length = (match & LENGTH_MASK) + LzxTrees.MIN_MATCH;
        if (length == LzxTrees.FIRST_LONG) {
            length += trees.length.decode(bits);
        }
        int offset = offsets.read(match >> 3, kind == ALIGNED);
        if (length > end - window.position()) {
            throw new CorruptDataException("has an LZX match that goes beyond its block or frame");
        }
        window.repeat(offset, length);
    }

    /** The byte that evens out an uncompressed block stands at the end of its frame or at the start of the next. */
    private void endFrame() throws CorruptDataException {
        if (padded && left == 0 && bits.unused() == 1) {
            bits.readByte();
            padded = false;
        }
        if (bits.unused() > 0) {
            throw new CorruptDataException("has " + bits.unused() + " bytes behind its LZX data");
        }
    }
}

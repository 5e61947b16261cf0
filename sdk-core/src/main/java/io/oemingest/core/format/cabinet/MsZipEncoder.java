package io.oemingest.core.format.cabinet;

import java.util.zip.Deflater;

/** Packs MSZIP blocks ([MS-MCI]), each with the block before it as history. */
final class MsZipEncoder implements BlockEncoder {
    /** "CK" and the head of one deflate block that is stored: last-block flag, length, complement of the length. */
    private static final int STORED_HEAD = MsZipDecoder.SIGNATURE_LENGTH + 5;

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final byte[] history = new byte[DataBlock.MAX_UNPACKED];
    private int historyLength;

    @Override
    public int encode(byte[] block, int length, byte[] target) {
        target[0] = 'C';
        target[1] = 'K';
        deflater.reset();
        deflater.setDictionary(history, 0, historyLength);
        deflater.setInput(block, 0, length);
        deflater.finish();
        int limit = STORED_HEAD + length - MsZipDecoder.SIGNATURE_LENGTH;
        int packed = deflater.deflate(target, MsZipDecoder.SIGNATURE_LENGTH, limit);
        boolean smaller = deflater.finished();
        System.arraycopy(block, 0, history, 0, length);
        historyLength = length;
        return smaller ? MsZipDecoder.SIGNATURE_LENGTH + packed : store(block, length, target);
    }

    @Override
    public void close() {
        deflater.end();
    }

    private static int store(byte[] block, int length, byte[] target) {
        target[2] = 1;
        target[3] = (byte) length;
        target[4] = (byte) (length >> 8);
        target[5] = (byte) ~length;
        target[6] = (byte) (~length >> 8);
        System.arraycopy(block, 0, target, STORED_HEAD, length);
        return STORED_HEAD + length;
    }
}

package io.oemingest.core.format.cabinet;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** MSZIP ([MS-MCI]): each block is "CK" and a deflate stream that may refer to the 32 KiB before the block. */
final class MsZipDecoder implements BlockDecoder {
    static final int SIGNATURE_LENGTH = 2;

    private final Inflater inflater = new Inflater(true);
    private final byte[] history = new byte[DataBlock.MAX_UNPACKED];
    private int historyLength;

    @Override
    public void decode(byte[] packed, int length, byte[] target, int unpacked) throws CorruptDataException {
        if (length < SIGNATURE_LENGTH || packed[0] != 'C' || packed[1] != 'K') {
            throw new CorruptDataException("does not begin with CK as MSZIP data does");
        }
        inflater.reset();
        inflater.setDictionary(history, 0, historyLength);
        inflater.setInput(packed, SIGNATURE_LENGTH, length - SIGNATURE_LENGTH);
        try {
            inflate(target, unpacked);
        } catch (DataFormatException e) {
            throw new CorruptDataException("has MSZIP data that cannot be inflated", e);
        }
        remember(target, unpacked);
    }

    @Override
    public void close() {
        inflater.end();
    }

    private void inflate(byte[] target, int unpacked) throws DataFormatException, CorruptDataException {
        int done = 0;
        int n;
        do {
            n = inflater.inflate(target, done, unpacked - done);
            done += n;
        } while (n > 0 && done < unpacked);
        if (done < unpacked) {
            throw new CorruptDataException("unpacks to " + done + " of " + unpacked + " bytes");
        }
        // The end of the stream may still stand behind the last byte.
        if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
            throw new CorruptDataException("unpacks to more than " + unpacked + " bytes");
        }
        if (!inflater.finished()) {
            throw new CorruptDataException("has MSZIP data without an end");
        }
        if (inflater.getRemaining() > 0) {
            throw new CorruptDataException("has " + inflater.getRemaining() + " bytes behind its MSZIP data");
        }
    }

    private void remember(byte[] target, int unpacked) {
        int kept = Math.min(historyLength, history.length - unpacked);
        System.arraycopy(history, historyLength - kept, history, 0, kept);
        System.arraycopy(target, 0, history, kept, unpacked);
        historyLength = kept + unpacked;
    }
}

package io.oemingest.core.format.cabinet;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** MSZIP ([MS-MCI]): each block is "CK" and a deflate stream that may refer to the 32 KiB before the block. */
final class MsZipDecoder implements BlockDecoder {
    static final int SIGNATURE_LENGTH = 2;

    private final Inflater inflater = new Inflater(true);
    private final byte[] history = new byte[DataBlock.MAX_UNPACKED];
    private final byte[] block = new byte[DataBlock.MAX_UNPACKED];
    private int historyLength;
    private int blockLength;

    @Override
    public void decode(PackedBytes packed, int unpacked) throws CorruptDataException {
        checkSignature(packed);
        remember();
        inflater.reset();
        inflater.setDictionary(history, 0, historyLength);
        inflater.setInput(packed.array(), packed.start() + SIGNATURE_LENGTH, packed.length() - SIGNATURE_LENGTH);
        try {
            inflate(unpacked);
        } catch (DataFormatException e) {
            throw new CorruptDataException("has MSZIP data that cannot be inflated", e);
        }
        blockLength = unpacked;
    }

    @Override
    public byte[] bytes() {
        return block;
    }

    @Override
    public int start() {
        return 0;
    }

    @Override
    public void close() {
        inflater.end();
    }

    private static void checkSignature(PackedBytes packed) throws CorruptDataException {
        int at = packed.start();
        boolean right =
                packed.length() >= SIGNATURE_LENGTH && packed.array()[at] == 'C' && packed.array()[at + 1] == 'K';
        if (!right) {
            throw new CorruptDataException("does not begin with CK as MSZIP data does");
        }
    }

    private void inflate(int unpacked) throws DataFormatException, CorruptDataException {
        int done = 0;
        int n;
        do {
            n = inflater.inflate(block, done, unpacked - done);
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

    /** Adds the block before to the history. */
    private void remember() {
        int kept = Math.min(historyLength, history.length - blockLength);
        System.arraycopy(history, historyLength - kept, history, 0, kept);
        System.arraycopy(block, 0, history, kept, blockLength);
        historyLength = kept + blockLength;
    }
}

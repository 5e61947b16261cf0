package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.util.List;

/** How many chunks an image must have, and how long its file must be. */
record ImageLayout(FfuInput input, SecurityHeader security, List<FfuStore> stores, long payloadOffset) {

    /** One hash for each chunk of headers and one for each block. */
    void checkHashCount() throws MalformedFileException {
        long blocks = stores.stream().mapToLong(FfuStore::blockCount).sum();
        if (security.hashCount() != headerChunks() + blocks) {
            throw input.malformed(
                    FlashError.HASH,
                    "hash table",
                    security.hashTableOffset(),
                    "has " + security.hashCount() + " hashes, needed are " + headerChunks() + " for the headers and "
                            + blocks + " for the blocks");
        }
    }

    /** The payload must be there, and nothing else; behind packed blocks the last chunk may be filled up. */
    void checkFileSize() throws MalformedFileException {
        long payload = stores.stream().mapToLong(FfuStore::payloadSize).sum();
        long end = payloadOffset + payload;
        long most = packed() ? FfuInput.align(end, security.chunkSize()) : end;
        long size = input.source().size();
        if (size < end) {
            input.require(FlashError.WRITE_DESCRIPTORS, "payload", payloadOffset, payload);
        }
        if (size > most) {
            throw input.malformed(FlashError.EXCESS_BLOCKS, "payload", end, "ends here, the file goes on to " + size);
        }
    }

    /** Chunks that are in the file as they were hashed. */
    long comparableChunks() {
        if (packed()) {
            return headerChunks();
        }
        long present = (input.source().size() - security.imageHeaderOffset()) / security.chunkSize();
        return Math.min(present, security.hashCount());
    }

    private long headerChunks() {
        return (payloadOffset - security.imageHeaderOffset()) / security.chunkSize();
    }

    private boolean packed() {
        return stores.get(0).compression() != FfuCompression.NONE;
    }
}

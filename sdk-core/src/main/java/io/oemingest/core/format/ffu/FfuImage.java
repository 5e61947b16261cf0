package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A full flash update image whose headers, manifest and stores have been checked. The payload is read only by
 * {@link #verifyChunks}. Safe for threads. Bytes that are no such image are refused with a {@link MalformedFileException}.
 */
public final class FfuImage {
    private final TruncatedFfu start;
    private final List<FfuStore> stores;
    private final long payloadOffset;

    private FfuImage(TruncatedFfu start) throws IOException {
        this.start = start;
        StoresReader reader = new StoresReader(start.input(), start.storesOffset(), start.chunkSize());
        stores = reader.read();
        payloadOffset = reader.payloadOffset();
    }

    /** Whether the source begins like an image; nothing else is checked. */
    public static boolean isFfu(ByteSource source) throws IOException {
        if (source.size() < SecurityHeader.LENGTH) {
            return false;
        }
        byte[] start = new byte[SecurityHeader.LENGTH];
        source.readFully(0, start, 0, start.length);
        return new String(start, 4, SecurityHeader.SIGNATURE.length(), StandardCharsets.ISO_8859_1)
                .equals(SecurityHeader.SIGNATURE);
    }

    /** Reads and checks a whole image but for its hashes. The source stays the caller's and must stay open. */
    public static FfuImage read(ByteSource source, FormatLimits limits) throws IOException {
        FfuImage image = readHead(source, limits);
        image.layout().checkFileSize();
        return image;
    }

    /** Reads an image of which the payload, or any part of it, may be missing, as {@link #head} cuts it out. */
    public static FfuImage readHead(ByteSource source, FormatLimits limits) throws IOException {
        FfuImage image = new FfuImage(TruncatedFfu.of(new FfuInput(source, limits)));
        List<StoreHeader> headers = image.stores.stream().map(FfuStore::header).toList();
        new ManifestAgreement(image.start.input(), image.manifest(), headers).check();
        image.layout().checkHashCount();
        return image;
    }

    public ByteSource source() {
        return start.source();
    }

    public FfuVariant variant() {
        return start.variant();
    }

    /** Size of the pieces that are hashed, in bytes. */
    public int chunkSize() {
        return start.chunkSize();
    }

    /** Where the hashed part begins. */
    public long imageHeaderOffset() {
        return start.imageHeaderOffset();
    }

    /** Where the first store's payload begins. */
    public long payloadOffset() {
        return payloadOffset;
    }

    /** The catalog that vouches for the hash table; empty in an image that never had one. */
    public ByteSource catalog() {
        return start.catalog();
    }

    /** One SHA-256 after the other. */
    public ByteSource hashTable() {
        return start.hashTable();
    }

    /** SHA-1 of the hash table, by which the catalog names it. */
    public Digest hashTableDigest() throws IOException {
        return start.hashTableDigest();
    }

    public FfuManifest manifest() {
        return start.manifest();
    }

    /** Kinds of device that the image names beside its platform ids; none in a phone's. */
    public List<FfuDeviceTarget> deviceTargets() {
        return start.deviceTargets();
    }

    /** In the order of the payload. */
    public List<FfuStore> stores() {
        return stores;
    }

    /** Everything up to the payload. */
    public ByteSource head() {
        return source().slice(source().name(), 0, payloadOffset);
    }

    /** The beginning of the image: enough to sign, too little to read stores. */
    public TruncatedFfu truncated() {
        return start;
    }

    /** Sees that the catalog names this hash table. Whether anybody signed the catalog is not looked at. */
    public void verifyCatalog(HashTableCatalogs catalogs) throws IOException {
        start.verifyCatalog(catalogs);
    }

    /**
     * Computes the hash of every chunk that is in the file, once, and compares it with the table. The hashes of packed
     * blocks are those of the unpacked ones and are not compared. An interrupt ends the work.
     *
     * @throws java.io.InterruptedIOException or {@link java.nio.channels.ClosedByInterruptException} when interrupted
     * @throws MalformedFileException at the first chunk with another hash
     */
    public ChunkVerification verifyChunks(ProgressListener listener) throws IOException {
        return new ChunkVerifier(start.input(), start.securityHeader(), listener).verify(layout().comparableChunks());
    }

    private ImageLayout layout() {
        return new ImageLayout(start.input(), start.securityHeader(), stores, payloadOffset);
    }
}

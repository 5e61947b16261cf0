package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * An image up to and with the chunk in which its first store begins, which is all that signing needs. Reads truncated
 * files and whole images alike, of these the beginning alone. Safe for threads.
 */
public final class TruncatedFfu {
    private final FfuInput input;
    private final SecurityHeader security;
    private final ImageHeader header;
    private final FfuManifest manifest;
    private final StoreHeader store;

    private TruncatedFfu(FfuInput input) throws IOException {
        this.input = input;
        security = SecurityHeader.read(input);
        header = ImageHeader.read(input, security);
        ByteSource text = input.source().slice(input.source().name(), header.manifestOffset(), header.manifestLength());
        manifest = FfuManifest.read(text, input.limits());
        store = StoreHeader.read(input, FfuInput.align(header.targetsEnd(), chunkSize()), chunkSize());
    }

    /**
     * Reads and checks the headers. The source stays the caller's and must stay open.
     *
     * @throws MalformedFileException if it does not begin like an image that a flasher takes
     */
    public static TruncatedFfu read(ByteSource source, FormatLimits limits) throws IOException {
        TruncatedFfu image = of(new FfuInput(source, limits));
        image.checkChunksAreThere();
        new ManifestAgreement(image.input, image.manifest, List.of(image.store)).checkFirst();
        return image;
    }

    static TruncatedFfu of(FfuInput input) throws IOException {
        return new TruncatedFfu(input);
    }

    public ByteSource source() {
        return input.source();
    }

    public FfuVariant variant() {
        return store.variant();
    }

    /** Size of the pieces that are hashed, in bytes. */
    public int chunkSize() {
        return security.chunkSize();
    }

    /** Where the hashed part begins. */
    public long imageHeaderOffset() {
        return header.offset();
    }

    /** The catalog that vouches for the hash table; empty in an image that never had one. */
    public ByteSource catalog() {
        return source().slice(source().name() + " catalog", SecurityHeader.LENGTH, security.catalogSize());
    }

    /** One SHA-256 after the other, of the whole image. */
    public ByteSource hashTable() {
        return source().slice(source().name() + " hash table", security.hashTableOffset(), security.hashTableSize());
    }

    /** SHA-1 of the hash table, by which the catalog names it. */
    public Digest hashTableDigest() throws IOException {
        return Digest.of(DigestAlgorithm.SHA1, hashTable());
    }

    public FfuManifest manifest() {
        return manifest;
    }

    /** Kinds of device that the image names beside its platform ids; none in a phone's. */
    public List<FfuDeviceTarget> deviceTargets() {
        return header.targets();
    }

    /** The devices that the first store is for; none in images captured from a PC. */
    public List<PlatformId> platformIds() {
        return store.platformIds();
    }

    /** The bytes of a truncated file. */
    public ByteSource bytes() {
        return source().slice(source().name(), 0, store.offset() + chunkSize());
    }

    /** Writes {@link #bytes} to a new file. @throws java.nio.file.FileAlreadyExistsException if the target is there */
    public void writeTo(Path target) throws IOException {
        AtomicFiles.writeNew(target, file -> WholeFiles.create(file, channel -> Transfers.write(channel, bytes())));
    }

    /** Sees that the catalog names this hash table. Whether anybody signed the catalog is not looked at. */
    public void verifyCatalog(HashTableCatalogs catalogs) throws IOException {
        if (security.catalogSize() == 0) {
            throw catalogMalformed("is empty");
        }
        Digest named = catalogs.hashTableDigest(catalog());
        Digest found = hashTableDigest();
        if (!found.matches(named)) {
            throw catalogMalformed("names a hash table with SHA-1 " + named.hex() + ", this one has " + found.hex());
        }
    }

    /** Compares the chunks of {@link #bytes} with the hash table. @throws MalformedFileException at the first chunk with another hash */
    public ChunkVerification verifyChunks() throws IOException {
        return new ChunkVerifier(input, security, ProgressListener.NONE).verify(chunks());
    }

    FfuInput input() {
        return input;
    }

    SecurityHeader securityHeader() {
        return security;
    }

    long storesOffset() {
        return store.offset();
    }

    private MalformedFileException catalogMalformed(String problem) {
        return input.malformed(FlashError.SIGNATURE, "catalog", SecurityHeader.LENGTH, problem);
    }

    private long chunks() {
        return (store.offset() - header.offset()) / chunkSize() + 1;
    }

    private void checkChunksAreThere() throws MalformedFileException {
        input.require(FlashError.IMAGE_PADDING, "first chunk of the store", store.offset(), chunkSize());
        if (chunks() > security.hashCount()) {
            throw input.malformed(
                    FlashError.HASH,
                    "hash table",
                    security.hashTableOffset(),
                    "has " + security.hashCount() + " hashes, needed are " + chunks() + " up to the first store");
        }
    }
}

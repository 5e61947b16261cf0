package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * Puts a catalog, usually a signed one, into images instead of the present one. The hash table moves behind it; where
 * the padding does not suffice, or has more than a chunk too much, everything from the image header on moves by whole
 * chunks, which leaves every hash right. Safe for threads.
 */
public final class FfuCatalogArea {
    private static final int STEP = 1 << 22;

    private final HashTableCatalogs catalogs;
    private final ProgressListener listener;

    /** Takes who hears how far the copy is; an exception of the listener or an interrupt ends it and leaves no file. */
    public FfuCatalogArea(HashTableCatalogs catalogs, ProgressListener listener) {
        this.catalogs = catalogs;
        this.listener = listener;
    }

    /**
     * Copies the file that the image was read from, whole or truncated, to a new file with this catalog.
     *
     * @throws MalformedFileException if the catalog is none or names another hash table
     * @throws java.nio.file.FileAlreadyExistsException if the target is there
     */
    public void write(TruncatedFfu image, ByteSource catalog, Path target) throws IOException {
        AtomicFiles.writeNew(target, file -> copy(image, catalog, file));
    }

    /**
     * Gives the image in a file this catalog. A copy is written beside the file and takes its place at once when it is
     * whole, so there must be room for both.
     *
     * @throws MalformedFileException if the file is no image, or the catalog is none or names another hash table
     */
    public void replace(Path file, ByteSource catalog, FormatLimits limits) throws IOException {
        Path real = file.toRealPath(); // a link stays one
        AtomicFiles.write(real, copy -> {
            try (ByteSource source = ByteSource.open(real)) {
                copy(TruncatedFfu.read(source, limits), catalog, copy);
            }
        });
    }

    private void copy(TruncatedFfu image, ByteSource catalog, Path target) throws IOException {
        checkNames(image, catalog);
        WholeFiles.create(target, channel -> {
            writeSecurity(channel, image.chunkSize(), catalog, image.hashTable());
            copyHashed(image, channel);
            // The copy may be about to take the place of its original.
            channel.force(true);
        });
    }

    private void checkNames(TruncatedFfu image, ByteSource catalog) throws IOException {
        Digest named = catalogs.hashTableDigest(catalog);
        Digest found = image.hashTableDigest();
        if (!found.matches(named)) {
            throw new MalformedFileException(
                    Location.ofPart(catalog.name(), "catalog"),
                    "names a hash table with SHA-1 " + named.hex() + ", that of "
                            + image.source().name() + " has " + found.hex());
        }
    }

    private void copyHashed(TruncatedFfu image, FileChannel channel) throws IOException {
        ByteSource source = image.source();
        long start = image.imageHeaderOffset();
        long total = source.size() - start;
        for (long done = 0; done < total; ) {
            long length = Math.min(STEP, total - done);
            Transfers.write(channel, source.slice(source.name(), start + done, length));
            done += length;
            listener.onProgress(new Progress("copy", source.name(), done, total));
        }
    }

    /** Writes everything up to the image header at the channel's position. */
    static void writeSecurity(FileChannel channel, int chunkSize, ByteSource catalog, ByteSource hashTable)
            throws IOException {
        SecurityHeader header = new SecurityHeader(chunkSize, catalog.size(), hashTable.size());
        Transfers.write(channel, header.encoded());
        Transfers.write(channel, catalog);
        Transfers.write(channel, hashTable);
        long padding = header.imageHeaderOffset() - channel.position();
        Transfers.write(channel, ByteBuffer.allocate((int) padding));
    }
}

package io.oemingest.core.format.ffu;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** Puts a catalog, usually a signed one, into an image. */
public final class FfuCatalogArea {
    private FfuCatalogArea() {}

    /**
     * Copies the image, or a head of one, to a new file with this catalog instead of the present one. The hash table
     * moves behind it; where the padding does not suffice, everything from the image header on moves by whole chunks,
     * which leaves every hash right.
     *
     * @throws MalformedFileException if the catalog names another hash table
     * @throws java.nio.file.FileAlreadyExistsException if the target is there, so that nothing is changed in place
     */
    public static void write(FfuImage image, byte[] catalog, HashTableCatalogs catalogs, Path target)
            throws IOException {
        checkNames(image, catalog, catalogs);
        WholeFiles.create(target, channel -> {
            writeSecurity(channel, image.chunkSize(), catalog, image.hashTable());
            long from = image.imageHeaderOffset();
            ByteSource source = image.source();
            Transfers.write(channel, source.slice(source.name(), from, source.size() - from));
        });
    }

    private static void checkNames(FfuImage image, byte[] catalog, HashTableCatalogs catalogs) throws IOException {
        Digest named = catalogs.hashTableDigest(ByteSource.of("new catalog", catalog));
        Digest found = image.hashTableDigest();
        if (!found.matches(named)) {
            throw new MalformedFileException(
                    Location.ofFile("new catalog"),
                    "names a hash table with SHA-1 " + named.hex() + ", that of "
                            + image.source().name() + " has " + found.hex());
        }
    }

    /** Writes everything up to the image header at the channel's position. */
    static void writeSecurity(FileChannel channel, int chunkSize, byte[] catalog, ByteSource hashTable)
            throws IOException {
        SecurityHeader header = new SecurityHeader(chunkSize, catalog.length, hashTable.size());
        Transfers.write(channel, header.encoded());
        Transfers.write(channel, ByteBuffer.wrap(catalog));
        Transfers.write(channel, hashTable);
        long padding = header.imageHeaderOffset() - channel.position();
        Transfers.write(channel, ByteBuffer.allocate((int) padding));
    }
}

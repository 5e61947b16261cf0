package io.oemingest.core.format.ffu;

import io.oemingest.core.format.ffu.DiskPlan.Block;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes synthetic images for tests and samples: one disk gives {@link FfuVariant#V1}, several give
 * {@link FfuVariant#V2}. Not safe for threads.
 */
public final class FfuWriter {
    private static final int KIB = 1024;

    private final int chunkSize;
    private final List<PlatformId> platformIds;
    private final List<DiskPlan> plans = new ArrayList<>();
    private String osVersion = "10.0.0.0";

    private FfuWriter(int chunkSize, List<PlatformId> platformIds) {
        this.chunkSize = chunkSize;
        this.platformIds = List.copyOf(platformIds);
    }

    /** Takes the size of chunks and blocks in bytes, real ones have 131072. @throws IllegalArgumentException if it is no number of KiB */
    public static FfuWriter create(int chunkSize, List<PlatformId> platformIds) {
        if (chunkSize <= 0 || chunkSize % KIB != 0) {
            throw new IllegalArgumentException("A chunk has whole KiB, not " + chunkSize + " bytes");
        }
        return new FfuWriter(chunkSize, platformIds);
    }

    /** Four numbers with points between them. */
    public FfuWriter osVersion(String version) {
        osVersion = version;
        return this;
    }

    /** Adds a disk. @throws IllegalArgumentException if its partitions do not fit on it */
    public FfuWriter disk(FfuDisk disk) {
        plans.add(new DiskPlan(disk, chunkSize));
        return this;
    }

    /**
     * Writes the image with an unsigned catalog to a new file.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the target is there
     */
    public void writeTo(Path target, HashTableCatalogs catalogs) throws IOException {
        if (plans.isEmpty()) {
            throw new IllegalStateException("An image has at least one disk");
        }
        ByteSource head = ByteSource.of("head", head());
        SecurityHeader security = security(head.size() / chunkSize, catalogs);
        WholeFiles.create(target, channel -> {
            // Hashes and catalog come first in the file, but are known last.
            channel.position(security.imageHeaderOffset());
            byte[] hashes = writeHashed(channel, head);
            ByteSource catalog = ByteSource.of("catalog", catalogs.unsignedCatalog(sha1(hashes)));
            channel.position(0);
            FfuCatalogArea.writeSecurity(channel, chunkSize, catalog, ByteSource.of("hash table", hashes));
        });
    }

    private SecurityHeader security(long headChunks, HashTableCatalogs catalogs) throws IOException {
        long blocks = plans.stream().mapToLong(plan -> plan.blocks().size()).sum();
        int catalogSize = catalogs.unsignedCatalog(sha1(new byte[0])).length;
        return new SecurityHeader(chunkSize, catalogSize, (headChunks + blocks) * SecurityHeader.HASH_LENGTH);
    }

    private byte[] writeHashed(FileChannel channel, ByteSource head) throws IOException {
        HashedOutput output = new HashedOutput(channel, chunkSize);
        for (long at = 0; at < head.size(); at += chunkSize) {
            output.write(head, at);
        }
        for (DiskPlan plan : plans) {
            for (Block block : plan.blocks()) {
                output.write(block.source(), block.offset());
            }
        }
        return output.hashes();
    }

    private byte[] head() {
        ManifestWriter manifest = new ManifestWriter().image(osVersion, platformIds);
        plans.forEach(plan -> manifest.disk(plan.disk()));
        byte[] text = manifest.toString().getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(ImageHeader.encoded(text.length, chunkSize).array());
        head.writeBytes(text);
        head.writeBytes(new byte[(int) (FfuInput.align(head.size(), chunkSize) - head.size())]);
        FfuVariant variant = plans.size() == 1 ? FfuVariant.V1 : FfuVariant.V2;
        StoreWriter stores = new StoreWriter(variant, platformIds, chunkSize);
        for (int i = 0; i < plans.size(); i++) {
            head.writeBytes(stores.encoded(plans.get(i), i + 1, plans.size()));
        }
        return head.toByteArray();
    }

    private static Digest sha1(byte[] hashes) throws IOException {
        return Digest.of(DigestAlgorithm.SHA1, ByteSource.of("hash table", hashes));
    }
}

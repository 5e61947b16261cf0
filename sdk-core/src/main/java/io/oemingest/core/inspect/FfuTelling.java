package io.oemingest.core.inspect;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.BlockRange;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuDeviceTarget;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuManifest;
import io.oemingest.core.format.ffu.FfuStore;
import io.oemingest.core.format.ffu.ManifestPartition;
import io.oemingest.core.format.ffu.ManifestStore;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.format.ffu.TruncatedFfu;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.SecurityCatalog;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Full flash update images, and heads of them. The payload is read only to compare it with the hash table. */
final class FfuTelling {
    private static final int HASH_LENGTH = 32;

    private final @Nullable ProgressListener hashing;

    /** @param hashing hears of the comparison with the hash table, null if there is to be none */
    FfuTelling(@Nullable ProgressListener hashing) {
        this.hashing = hashing;
    }

    void tell(Candidate file, Facts facts) throws IOException {
        TruncatedFfu start = TruncatedFfu.read(file.source(), file.limits());
        // Of a truncated file the stores are known from the manifest alone.
        boolean truncated = file.source().size() <= start.bytes().size();
        FfuImage image = truncated ? null : FfuImage.readHead(file.source(), file.limits());
        header(facts, start, image);
        if (image != null && hashing != null) {
            ChunkVerification verified = image.verifyChunks(hashing);
            facts.put("checkedHashes", verified.checked()).put("uncheckedHashes", verified.unchecked());
        }
        catalog(facts, start, file);
        manifest(facts, start);
        stores(facts, start.manifest().stores(), image == null ? List.of() : image.stores());
    }

    private static void header(Facts facts, TruncatedFfu start, @Nullable FfuImage image) {
        facts.put("variant", start.variant())
                .put("truncated", image == null)
                .put("chunkSize", Value.bytes(start.chunkSize()))
                .put("hashes", start.hashTable().size() / HASH_LENGTH)
                .put("imageHeaderOffset", start.imageHeaderOffset());
        if (image != null) {
            long inFile = Math.max(0, image.source().size() - image.payloadOffset());
            facts.put("payloadOffset", image.payloadOffset()).put("payloadInFile", Value.bytes(inFile));
        }
    }

    private static void catalog(Facts facts, TruncatedFfu image, Candidate file) throws IOException {
        Facts catalog = new Facts();
        catalog.put("size", Value.bytes(image.catalog().size()));
        if (image.catalog().size() == 0) {
            catalog.put("state", "absent");
        } else {
            try {
                SecurityCatalog read = SecurityCatalog.read(image.catalog(), file.limits());
                catalog(catalog, read, image.hashTableDigest());
            } catch (MalformedFileException e) {
                catalog.put("state", "unreadable").put("problem", e.getMessage());
            }
        }
        facts.group("catalog", catalog);
    }

    private static void catalog(Facts facts, SecurityCatalog catalog, Digest hashTable) {
        boolean fits = catalog.members().stream().anyMatch(each -> each.digest().equals(hashTable));
        facts.put("state", catalog.signature() == null ? "unsigned" : "signed")
                .put("members", catalog.members().size())
                .put("namesThisHashTable", fits);
        SignatureTelling.tellUnderHeading(facts, catalog.signature());
    }

    private static void manifest(Facts facts, TruncatedFfu image) {
        FfuManifest manifest = image.manifest();
        facts.group(
                "manifest",
                inner -> inner.put("osVersion", manifest.osVersion())
                        .put("description", manifest.description())
                        .put("platformIds", texts(manifest.platformIds()))
                        .put("antiTheftVersion", manifest.antiTheftVersion())
                        .put("canFlashToRemovableMedia", manifest.canFlashToRemovableMedia())
                        .put("values", Value.pairs(manifest.values())));
        if (!image.deviceTargets().isEmpty()) {
            facts.table("deviceTargets", image.deviceTargets(), FfuTelling::target);
        }
    }

    private static void target(Facts row, FfuDeviceTarget target) {
        row.put("manufacturer", target.manufacturer())
                .put("family", target.family())
                .put("productName", target.productName())
                .put("productVersion", target.productVersion())
                .put("skuNumber", target.skuNumber())
                .put("baseboardManufacturer", target.baseboardManufacturer())
                .put("baseboardProduct", target.baseboardProduct());
    }

    private static void stores(Facts facts, List<ManifestStore> disks, List<FfuStore> stores) {
        List<Integer> numbers = IntStream.range(0, disks.size()).boxed().toList();
        facts.each("stores", numbers, each -> "store " + (each + 1), (inner, each) -> {
            if (each < stores.size()) {
                store(inner, stores.get(each));
            }
            disk(inner, disks.get(each));
        });
    }

    private static void store(Facts facts, FfuStore store) {
        List<BlockRange> phases = store.phases();
        facts.put("devicePath", store.devicePath())
                .put("platformIds", texts(store.platformIds()))
                .put("partial", store.partial())
                .put("blockSize", Value.bytes(store.blockSize()))
                .put("blocks", store.blockCount())
                .put("payloadSize", Value.bytes(store.payloadSize()))
                .put("compression", store.compression())
                .put("descriptors", store.descriptorCount())
                .put("blankBlocks", phases.get(0).count())
                .put("requiredBlocks", phases.get(1).count())
                .put("otherBlocks", phases.get(2).count());
    }

    private static void disk(Facts facts, ManifestStore disk) {
        facts.put("sectorSize", disk.sectorSize())
                .put("minSectorCount", disk.minSectorCount())
                .table("partitions", disk.partitions(), (row, partition) -> partition(row, partition, disk));
    }

    private static void partition(Facts row, ManifestPartition partition, ManifestStore disk) {
        row.put("name", partition.name())
                .put("type", partition.type())
                .put("fileSystem", partition.values().get("FileSystem"))
                .put("totalSectors", partition.useAllSpace() ? null : partition.totalSectors())
                .put(
                        "megabytes",
                        partition.useAllSpace() ? null : Megabytes.of(partition.totalSectors(), disk.sectorSize()))
                .put("usedSectors", partition.usedSectors())
                .put("requiredToFlash", partition.requiredToFlash())
                .put("useAllSpace", partition.useAllSpace());
    }

    private static List<String> texts(List<PlatformId> ids) {
        return ids.stream().map(PlatformId::text).toList();
    }
}

package io.oemingest.core.inspect;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.format.ffu.ChunkVerification;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.format.ffu.FfuManifest;
import io.oemingest.core.format.ffu.FfuStore;
import io.oemingest.core.format.ffu.ManifestPartition;
import io.oemingest.core.format.ffu.ManifestStore;
import io.oemingest.core.format.ffu.PlatformId;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.signing.SecurityCatalog;
import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        FfuImage image = FfuImage.readHead(file.source(), file.limits());
        header(facts, image);
        if (hashing != null) {
            ChunkVerification verified = image.verifyChunks(hashing);
            facts.put("checkedHashes", verified.checked()).put("uncheckedHashes", verified.unchecked());
        }
        catalog(facts, image, file);
        FfuManifest manifest = image.manifest();
        facts.group(
                "manifest",
                inner -> inner.put("osVersion", manifest.osVersion())
                        .put("description", manifest.description())
                        .put("platformIds", texts(manifest.platformIds()))
                        .put("values", Value.pairs(manifest.values())));
        stores(facts, image);
    }

    private static void header(Facts facts, FfuImage image) {
        long inFile = Math.max(0, image.source().size() - image.payloadOffset());
        facts.put("variant", image.variant())
                .put("chunkSize", Value.bytes(image.chunkSize()))
                .put("imageHeaderOffset", image.imageHeaderOffset())
                .put("payloadOffset", image.payloadOffset())
                .put("payloadInFile", Value.bytes(inFile))
                .put("hashes", image.hashTable().size() / HASH_LENGTH);
    }

    private static void catalog(Facts facts, FfuImage image, Candidate file) throws IOException {
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

    private static void stores(Facts facts, FfuImage image) {
        Map<FfuStore, ManifestStore> stores = new LinkedHashMap<>();
        Iterator<ManifestStore> texts = image.manifest().stores().iterator();
        image.stores().forEach(store -> stores.put(store, texts.next()));
        int[] number = {0};
        facts.each("stores", stores.entrySet(), each -> "store " + ++number[0], (inner, each) -> {
            store(inner, each.getKey());
            disk(inner, each.getValue());
        });
    }

    private static void store(Facts facts, FfuStore store) {
        facts.put("devicePath", store.devicePath())
                .put("platformIds", texts(store.platformIds()))
                .put("partial", store.partial())
                .put("blockSize", Value.bytes(store.blockSize()))
                .put("blocks", store.blockCount())
                .put("payloadSize", Value.bytes(store.payloadSize()))
                .put("compression", store.compression())
                .put("descriptors", store.descriptorCount())
                .put("blankPhaseEnd", store.initialTable().end())
                .put("requiredPhaseEnd", store.flashOnlyTable().end())
                .put("lastPhaseEnd", store.finalTable().end());
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

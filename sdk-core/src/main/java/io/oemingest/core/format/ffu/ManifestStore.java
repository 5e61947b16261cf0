package io.oemingest.core.format.ffu;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One disk in a manifest.
 *
 * @param sectorSize in bytes
 * @param minSectorCount size of the smallest disk, in sectors; 0 if it does not matter
 * @param values all keys of the section
 */
public record ManifestStore(
        int sectorSize, long minSectorCount, List<ManifestPartition> partitions, Map<String, String> values) {

    public ManifestStore {
        partitions = List.copyOf(partitions);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
}

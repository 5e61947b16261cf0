package io.oemingest.core.format.ffu;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One partition in a manifest.
 *
 * @param useAllSpace whether it takes what the disk has left
 * @param totalSectors size in sectors, 0 if it takes what is left
 * @param usedSectors how many of them have content
 * @param values all keys of the section
 */
public record ManifestPartition(
        String name, boolean useAllSpace, long totalSectors, long usedSectors, Map<String, String> values) {

    public ManifestPartition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** GUID in braces, or a type byte of old partition tables, or null. */
    public @Nullable String type() {
        return values.get("Type");
    }

    /** Whether it is written in the second phase already. */
    public boolean requiredToFlash() {
        return "true".equalsIgnoreCase(values.get("RequiredToFlash"));
    }
}

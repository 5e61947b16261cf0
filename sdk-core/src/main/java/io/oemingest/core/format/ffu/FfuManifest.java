package io.oemingest.core.format.ffu;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The text in an image that tells what is in it.
 *
 * @param platformIds devices, in their order
 * @param stores in the order of the payload
 * @param values all keys of the section FullFlash, in the order of the file, which means nothing
 */
public record FfuManifest(List<PlatformId> platformIds, List<ManifestStore> stores, Map<String, String> values) {

    public FfuManifest {
        platformIds = List.copyOf(platformIds);
        stores = List.copyOf(stores);
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads the text by itself. @throws io.oemingest.core.format.MalformedFileException with the line, if a rule is broken */
    public static FfuManifest read(ByteSource text, FormatLimits limits) throws IOException {
        ManifestText lines = new ManifestText(text.name(), limits);
        return new ManifestReader(lines).read(lines.parse(text));
    }

    /** Version of the operating system in four parts, or null. */
    public @Nullable String osVersion() {
        return values.get("OSVersion");
    }

    /** Free text, may have several lines, or null. */
    public @Nullable String description() {
        return values.get("Description");
    }

    /** Version of the protection against theft, without which a protected device refuses the image, or null. */
    public @Nullable String antiTheftVersion() {
        return values.get("AntiTheftVersion");
    }

    /** Whether the image may be flashed to a card that can be taken out. */
    public boolean canFlashToRemovableMedia() {
        return "true".equalsIgnoreCase(values.get("CanFlashToRemovableMedia"));
    }
}

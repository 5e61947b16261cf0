package io.oemingest.core.internal.wire;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import org.jspecify.annotations.Nullable;

/** A place in a file. */
public record LocationJson(
        @Nullable String file,
        @Nullable String part,
        @Nullable Long offset,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static LocationJson of(Location location) {
        return new LocationJson(
                location.file(), location.part(), location.offset(), location.line(), location.column());
    }

    public Location toModel(String sourceName, String path) throws MalformedFileException {
        return new Location(WireValues.required(file, sourceName, path + ".file"), part, offset, line, column);
    }
}

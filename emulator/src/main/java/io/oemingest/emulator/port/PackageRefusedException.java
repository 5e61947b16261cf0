package io.oemingest.emulator.port;

import io.oemingest.core.format.Location;
import org.jspecify.annotations.Nullable;

/** A package that cannot be signed because of its own content or signature. */
public final class PackageRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String detail;

    /** Refuses what is at {@code location}; {@code detail} is a sentence without the place. */
    public PackageRefusedException(Location location, String detail, @Nullable Throwable cause) {
        super(location + ": " + detail, cause);
        this.location = location;
        this.detail = detail;
    }

    public Location location() {
        return location;
    }

    public String detail() {
        return detail;
    }
}

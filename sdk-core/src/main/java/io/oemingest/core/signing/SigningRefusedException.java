package io.oemingest.core.signing;

import io.oemingest.core.format.Location;

/** Nobody may sign this: no signer for its usages, or its present signature is missing or not trusted. */
public class SigningRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String detail;

    /** Refuses what is at {@code location}; {@code detail} is a sentence without the place. */
    public SigningRefusedException(Location location, String detail) {
        super(location + ": " + detail);
        this.location = location;
        this.detail = detail;
    }

    public Location location() {
        return location;
    }

    /** Why, without the place. */
    public String detail() {
        return detail;
    }
}

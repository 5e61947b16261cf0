package io.oemingest.core.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The bytes do not have the format they should have, or go beyond the {@link FormatLimits}. */
public class MalformedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Location location;
    private final String problem;

    /** Refuses a file; {@code problem} says what is wrong, as a sentence without the place. */
    public MalformedFileException(Location location, String problem) {
        this(location, problem, null);
    }

    public MalformedFileException(Location location, String problem, @Nullable Throwable cause) {
        super(location + ": " + problem, cause);
        this.location = location;
        this.problem = problem;
    }

    public Location location() {
        return location;
    }

    /** What is wrong, without the place. */
    public String problem() {
        return problem;
    }
}

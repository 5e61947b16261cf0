package io.oemingest.core.internal.wire;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From "may be absent and may be anything" to a value; what does not fit is refused with its JSON path. */
public final class WireValues {
    private WireValues() {}

    /** The value, which must be there. @throws MalformedFileException naming {@code path} if it is absent */
    public static <T> T required(@Nullable T value, String sourceName, String path) throws MalformedFileException {
        if (value == null) {
            throw new MalformedFileException(Location.ofPart(sourceName, path), "is missing");
        }
        return value;
    }

    /** The value turned into the model's own. @throws MalformedFileException if it is absent or the model refuses it */
    public static <T, R> R convert(@Nullable T value, Function<T, R> toModel, String sourceName, String path)
            throws MalformedFileException {
        try {
            return toModel.apply(required(value, sourceName, path));
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(Location.ofPart(sourceName, path), String.valueOf(e.getMessage()), e);
        }
    }
}

package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;

/** Reads {@link OemInput} from XML. */
final class OemInputReader {
    private OemInputReader() {}

    static OemInput read(ByteSource source, FormatLimits limits) throws IOException {
        throw new IOException(source.name() + " cannot be read yet, limits " + limits);
    }
}

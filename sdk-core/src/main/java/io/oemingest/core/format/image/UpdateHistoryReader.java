package io.oemingest.core.format.image;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;

/** Reads {@link UpdateHistory} from XML. */
final class UpdateHistoryReader {
    private UpdateHistoryReader() {}

    static UpdateHistory read(ByteSource source, FormatLimits limits) throws IOException {
        throw new IOException(source.name() + " cannot be read yet, limits " + limits);
    }
}

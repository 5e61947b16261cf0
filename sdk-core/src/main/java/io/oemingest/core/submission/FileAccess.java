package io.oemingest.core.submission;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;

/** Opens files of this machine; whoever opens a file closes it. */
@FunctionalInterface
interface FileAccess {
    ByteSource open(Path file) throws IOException;
}

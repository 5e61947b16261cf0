package io.oemingest.core.submission;

import io.oemingest.core.io.ByteSource;
import java.io.IOException;

/** Opens the files of a submission by their paths inside the archive; whoever opens a file closes it. */
@FunctionalInterface
public interface FileOpener {
    ByteSource open(String path) throws IOException;
}

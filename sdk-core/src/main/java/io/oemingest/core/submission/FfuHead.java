package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.ffu.FfuImage;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.file.Path;

/** An image file up to its payload; closing it closes the file. */
record FfuHead(ByteSource image, ByteSource head) implements ByteSource {
    static FfuHead open(Path file, FormatLimits limits) throws IOException {
        ByteSource image = ByteSource.open(file);
        try {
            return new FfuHead(image, FfuImage.readHead(image, limits).head());
        } catch (IOException | RuntimeException e) {
            image.close();
            throw e;
        }
    }

    @Override
    public String name() {
        return head.name();
    }

    @Override
    public long size() {
        return head.size();
    }

    @Override
    public int read(long offset, byte[] target, int start, int length) throws IOException {
        return head.read(offset, target, start, length);
    }

    @Override
    public void close() throws IOException {
        image.close();
    }
}

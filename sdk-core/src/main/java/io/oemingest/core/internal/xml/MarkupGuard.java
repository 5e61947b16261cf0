package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.FilterInputStream;
import java.io.IOException;

/** Stops a document whose next tag is too far away, before the parser gathers one huge text, tag or name in memory. */
final class MarkupGuard extends FilterInputStream {
    private final String file;
    private final long limit;
    private long run;

    MarkupGuard(ByteSource source, long limit) {
        super(source.stream());
        this.file = source.name();
        this.limit = limit;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int start, int length) throws IOException {
        int count = super.read(target, start, length);
        for (int i = start; i < start + count; i++) {
            run = target[i] == '<' ? 0 : run + 1;
            if (run > limit) {
                throw new MalformedFileException(
                        Location.ofFile(file), "has more than " + limit + " bytes between two tags");
            }
        }
        return count;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

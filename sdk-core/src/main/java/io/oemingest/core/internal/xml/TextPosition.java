package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;

/** Counts lines and columns, both from 1. */
final class TextPosition {
    private static final int BUFFER = 1 << 13;

    private int line = 1;
    private int column = 1;

    void pass(char c) {
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
    }

    TextPosition copy() {
        TextPosition copy = new TextPosition();
        copy.line = line;
        copy.column = column;
        return copy;
    }

    Location in(String file) {
        return Location.ofLine(file, line, column);
    }

    /** Where the first bytes stand that are no character; the end if there are none. */
    static TextPosition ofBrokenText(ByteSource source, Charset charset) throws IOException {
        TextPosition position = new TextPosition();
        CharsetDecoder decoder = charset.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
        CharBuffer chars = CharBuffer.allocate(BUFFER);
        long offset = 0;
        CoderResult result = CoderResult.UNDERFLOW;
        while (!result.isError() && offset < source.size()) {
            bytes.compact();
            int count = source.read(offset, bytes.array(), bytes.position(), bytes.remaining());
            offset += count;
            bytes.position(bytes.position() + count).flip();
            result = decoder.decode(bytes, chars, offset == source.size());
            chars.flip().chars().forEach(c -> position.pass((char) c));
            chars.clear();
        }
        return position;
    }
}

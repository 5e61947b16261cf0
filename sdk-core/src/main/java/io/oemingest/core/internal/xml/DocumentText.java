package io.oemingest.core.internal.xml;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a document, UTF-8 or UTF-16 with a byte order mark. Stops at a document type,
 * and when the next tag is too far away, before the parser gathers one huge text, tag or comment in memory.
 */
final class DocumentText extends FilterReader {
    private final ByteSource bytes;
    private final Charset charset;
    private final long limit;
    private final MarkupScanner scanner = new MarkupScanner();
    private final TextPosition position = new TextPosition();
    private TextPosition lastTag = new TextPosition();
    private long run;

    private DocumentText(ByteSource bytes, Charset charset, long limit) {
        super(new InputStreamReader(bytes.stream(), charset.newDecoder()));
        this.bytes = bytes;
        this.charset = charset;
        this.limit = limit;
    }

    // The JDK's parser would also decode, but prints to the standard error stream when bytes are wrong.
    static DocumentText open(ByteSource source, long limit) throws IOException {
        byte[] start = new byte[3];
        int count = Math.max(0, source.read(0, start, 0, start.length));
        if (count >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
            return new DocumentText(behind(2, source), StandardCharsets.UTF_16LE, limit);
        }
        if (count >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff) {
            return new DocumentText(behind(2, source), StandardCharsets.UTF_16BE, limit);
        }
        boolean marked = count == 3 && start[0] == (byte) 0xef && start[1] == (byte) 0xbb && start[2] == (byte) 0xbf;
        return new DocumentText(marked ? behind(3, source) : source, StandardCharsets.UTF_8, limit);
    }

    private static ByteSource behind(int mark, ByteSource source) {
        return source.slice(source.name(), mark, source.size() - mark);
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int start, int length) throws IOException {
        int count = decode(target, start, length);
        for (int i = start; i < start + count; i++) {
            check(target[i]);
        }
        return count;
    }

    private void check(char c) throws MalformedFileException {
        MarkupScanner.State state = scanner.pass(c);
        if (state == MarkupScanner.State.OPENED) {
            lastTag = position.copy();
            run = 0;
        } else if (state == MarkupScanner.State.DOCUMENT_TYPE) {
            throw malformed("a document type declaration is not allowed");
        }
        position.pass(c);
        if (run++ > limit) {
            throw malformed("more than " + limit + " characters follow without a tag");
        }
    }

    private MalformedFileException malformed(String problem) {
        return new MalformedFileException(lastTag.in(bytes.name()), problem);
    }

    private int decode(char[] target, int start, int length) throws IOException {
        try {
            return super.read(target, start, length);
        } catch (CharacterCodingException e) {
            Location place = TextPosition.ofBrokenText(bytes, charset).in(bytes.name());
            throw new MalformedFileException(place, "is not valid " + charset.name() + " text", e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}

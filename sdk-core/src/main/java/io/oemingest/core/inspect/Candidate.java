package io.oemingest.core.inspect;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.internal.xml.XmlReader;
import io.oemingest.core.internal.xml.XmlReader.Root;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file whose kind is not known yet, with the little that recognisers ask for. Not safe for threads. */
final class Candidate {
    private static final int START = 512;

    private final ByteSource source;
    private final FormatLimits limits;
    private final String start;
    private @Nullable Root root;

    Candidate(ByteSource source, FormatLimits limits) throws IOException {
        this.source = source;
        this.limits = limits;
        byte[] bytes = new byte[(int) Math.min(START, source.size())];
        source.readFully(0, bytes, 0, bytes.length);
        this.start = new String(bytes, StandardCharsets.ISO_8859_1);
    }

    ByteSource source() {
        return source;
    }

    FormatLimits limits() {
        return limits;
    }

    /** Whether the file begins with these bytes, each written as a character. */
    boolean startsWith(String bytes) {
        return start.startsWith(bytes);
    }

    /** Whether the file begins so in UTF-16LE with a byte order mark. */
    boolean startsWithUtf16(String text) {
        String encoded = new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
        return start.startsWith("\u00ff\u00fe" + encoded);
    }

    /** Whether the first character behind marks and blanks is this one. */
    boolean opensWith(char first) {
        String text = start.replaceFirst("^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\\s\\x00]*", "");
        return !text.isEmpty() && text.charAt(0) == first;
    }

    boolean isNamed(List<String> endings) {
        String name = source.name().toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(name::endsWith);
    }

    /** The root element if this looks like XML, otherwise null. @throws io.oemingest.core.format.MalformedFileException if it has none */
    @Nullable
    Root root() throws IOException {
        if (root == null && opensWith('<')) {
            root = XmlReader.rootOf(source, limits);
        }
        return root;
    }
}

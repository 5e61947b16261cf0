package io.oemingest.core.internal.zip;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A zip file of which every byte is accounted for (APPNOTE.TXT 6.3): entries lie one after another from the first byte,
 * local and central headers agree, names are safe and unique ignoring case, methods are 0 and 8. Safe for threads.
 */
public final class StrictZip {
    private static final int LOCAL_HEADER = 30;
    private static final int MAX_FIRST_NAME = 256;

    private final ByteSource source;
    private final Map<String, ZipEntryFacts> entries;

    private StrictZip(ByteSource source, Map<String, ZipEntryFacts> entries) {
        this.source = source;
        this.entries = entries;
    }

    /** Reads the directory; entries are not unpacked. @throws MalformedFileException if anything is out of place */
    public static StrictZip read(ByteSource source, FormatLimits limits) throws IOException {
        return new StrictZip(source, ZipDirectory.read(source, limits));
    }

    /** Name of the first entry as its local header has it, the empty text for a file that does not begin like a zip file. */
    public static String firstName(ByteSource source) throws IOException {
        byte[] start = new byte[(int) Math.min(LOCAL_HEADER + MAX_FIRST_NAME, source.size())];
        source.readFully(0, start, 0, start.length);
        String text = new String(start, StandardCharsets.ISO_8859_1);
        if (!text.startsWith("PK\u0003\u0004") || text.length() < LOCAL_HEADER) {
            return "";
        }
        int length = text.charAt(26) | text.charAt(27) << 8;
        return text.substring(LOCAL_HEADER, Math.min(text.length(), LOCAL_HEADER + length));
    }

    /** In the order of the file. */
    public List<ZipEntryFacts> entries() {
        return List.copyOf(entries.values());
    }

    /** The entry of this name with this spelling, or null. */
    public @Nullable ZipEntryFacts find(String name) {
        ZipEntryFacts entry = entries.get(name.toLowerCase(Locale.ROOT));
        return entry == null || !entry.name().equals(name) ? null : entry;
    }

    /** The bytes of a stored entry, in place. @throws MalformedFileException if the entry is deflated */
    public ByteSource stored(ZipEntryFacts entry) throws MalformedFileException {
        if (!entry.stored()) {
            throw malformed(entry, "is deflated, it must be stored");
        }
        return packed(entry);
    }

    /** The bytes of an entry that is known to be stored, in place. @throws IllegalArgumentException if it is deflated */
    public ByteSource storedInPlace(ZipEntryFacts entry) {
        if (!entry.stored()) {
            throw new IllegalArgumentException(entry.name() + " is deflated");
        }
        return packed(entry);
    }

    /** Unpacks an entry and checks its size and CRC. @throws MalformedFileException if they differ or {@code limit} is exceeded */
    public byte[] readAll(ZipEntryFacts entry, int limit) throws IOException {
        if (entry.size() > limit) {
            throw malformed(entry, "has " + entry.size() + " bytes, more than the " + limit + " allowed in memory");
        }
        try (InputStream unpacked = open(entry)) {
            // Asking for the declared size takes no buffer larger than it; the byte after it is where the stream
            // checks.
            byte[] content = unpacked.readNBytes((int) entry.size());
            while (unpacked.read() >= 0) {}
            return content;
        }
    }

    /** Unpacks an entry while it is read; wrong sizes and CRCs surface from its {@code read}. Close the stream. */
    public InputStream open(ZipEntryFacts entry) {
        return ZipUnpacker.open(this, entry);
    }

    ByteSource packed(ZipEntryFacts entry) {
        return source.slice(entry.name(), entry.dataOffset(), entry.packed());
    }

    MalformedFileException malformed(ZipEntryFacts entry, String problem) {
        return new MalformedFileException(Location.ofPart(source.name(), entry.name()), problem);
    }
}

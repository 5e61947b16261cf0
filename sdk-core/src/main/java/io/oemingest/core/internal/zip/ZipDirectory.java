package io.oemingest.core.internal.zip;

import static java.lang.Short.toUnsignedInt;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.SafePaths;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the central directory and holds it against the local headers: both must say the same and leave no byte over. */
final class ZipDirectory {
    private final StructReader reader;
    private final Map<String, ZipEntryFacts> entries = new LinkedHashMap<>();
    /** Where the next local header must begin. */
    private long dataEnd;

    private ZipDirectory(StructReader reader) {
        this.reader = reader;
    }

    /** The entries by lower-case name, in the order of the file. */
    static Map<String, ZipEntryFacts> read(ByteSource source, FormatLimits limits) throws IOException {
        ZipEnd end = ZipEnd.read(source);
        ZipDirectory directory = new ZipDirectory(new StructReader(source));
        if (end.count() < 0 || end.count() > limits.maxMembers()) {
            throw directory.reader.malformed(
                    "end of central directory",
                    end.end(),
                    "announces " + Long.toUnsignedString(end.count()) + " entries, more than the " + limits.maxMembers()
                            + " allowed");
        }
        directory.readEntries(end);
        return directory.entries;
    }

    private void readEntries(ZipEnd end) throws IOException {
        long at = end.offset();
        for (long i = 0; i < end.count(); i++) {
            at = readEntry("central directory entry " + i, at);
        }
        if (at != end.end()) {
            throw reader.malformed("central directory", at, "does not end where its last entry ends");
        }
        if (dataEnd != end.offset()) {
            throw reader.malformed("local headers", dataEnd, "leave bytes before the central directory");
        }
    }

    private long readEntry(String part, long at) throws IOException {
        ByteBuffer fixed = reader.read(part, at, ZipFormat.CENTRAL_SIZE);
        if (fixed.getInt(0) != ZipFormat.CENTRAL_SIGNATURE) {
            throw reader.malformed(part, at, "does not begin with its signature");
        }
        if (fixed.getShort(32) != 0 || fixed.getShort(34) != 0) {
            throw reader.malformed(part, at, "has a comment or lies on another disk");
        }
        int nameLength = toUnsignedInt(fixed.getShort(28));
        int extraLength = toUnsignedInt(fixed.getShort(30));
        String name = decode(part, at, reader.read(part, at + ZipFormat.CENTRAL_SIZE, nameLength));
        long extraAt = at + ZipFormat.CENTRAL_SIZE + nameLength;
        ByteBuffer extra = reader.read(part, extraAt, extraLength);
        ZipHeader header = ZipHeader.ofCentral(fixed, name);
        ZipWide wide = new ZipWide(extra);
        long size = wide.take(Integer.toUnsignedLong(fixed.getInt(24)));
        long packed = wide.take(Integer.toUnsignedLong(fixed.getInt(20)));
        long localAt = wide.take(Integer.toUnsignedLong(fixed.getInt(42)));
        if (!wide.isSpent()) {
            throw reader.malformed(part, extraAt, "has extra fields that this format does not use");
        }
        String problem = header.problem(packed, size);
        if (problem != null) {
            throw reader.malformed(part, at, problem);
        }
        add(part, at, new ZipLocal(reader, localAt, dataEnd).matching(header, packed, size));
        return extraAt + extraLength;
    }

    private void add(String part, long at, ZipEntryFacts entry) throws MalformedFileException {
        dataEnd = entry.dataOffset() + entry.packed();
        if (entries.put(entry.name().toLowerCase(Locale.ROOT), entry) != null) {
            throw reader.malformed(part, at, "repeats the name '" + entry.name() + "'");
        }
    }

    private String decode(String part, long at, ByteBuffer bytes) throws MalformedFileException {
        String name;
        try {
            name = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw reader.malformed(part, at, "has a name that is not UTF-8");
        }
        String problem = name.indexOf('\\') >= 0 ? "has a backslash" : SafePaths.problemOf(name);
        if (problem != null) {
            throw reader.malformed(part, at, "the name '" + printable(name) + "' " + problem);
        }
        return name;
    }

    private static String printable(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }
}

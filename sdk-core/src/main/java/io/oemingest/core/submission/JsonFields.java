package io.oemingest.core.submission;

import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.wire.CheckJson.ProblemAtJson;
import io.oemingest.core.internal.wire.LocationJson;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.SafePaths;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns texts of a JSON file into values; what does not fit is refused with the JSON path as the part. */
record JsonFields(String file) {
    /** The version of the forms that this SDK writes and reads. */
    static final int FORMAT_VERSION = 1;

    /** Bytes of the largest manifest: some five thousand packages, and little enough for a small heap once parsed. */
    static final int MAX_MANIFEST = 4 << 20;

    void requireFormatVersion(int version) throws MalformedFileException {
        if (version != FORMAT_VERSION) {
            throw malformed("$.formatVersion", "is " + version + ", this SDK reads version " + FORMAT_VERSION);
        }
    }

    /** A value of an open vocabulary that must be known here. */
    <T> T known(String path, String text, Function<String, @Nullable T> parseOrNull) throws MalformedFileException {
        @Nullable T value = parseOrNull.apply(text);
        if (value == null) {
            throw malformed(path, "is not a known value: '" + text + "'");
        }
        return value;
    }

    /** One of these constants, by its name. */
    <E extends Enum<E>> E constant(String path, String text, E[] constants) throws MalformedFileException {
        for (E each : constants) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw malformed(path, "is not a known value: '" + text + "'");
    }

    /** A value that its type may refuse. */
    <T> T value(String path, String text, Function<String, T> type) throws MalformedFileException {
        try {
            return type.apply(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedFileException(Location.ofPart(file, path), String.valueOf(e.getMessage()), e);
        }
    }

    FileFacts fileFacts(String path, String name, long size, String sha256) throws MalformedFileException {
        String problem = name.indexOf('\\') >= 0 ? "has a backslash" : SafePaths.problemOf(name);
        if (problem != null) {
            throw malformed(path + ".path", problem);
        }
        if (size < 0) {
            throw malformed(path + ".size", "is negative");
        }
        return new FileFacts(name, size, sha256(path, sha256));
    }

    Digest sha256(String path, String hex) throws MalformedFileException {
        return value(path, hex, text -> new Digest(DigestAlgorithm.SHA256, text));
    }

    Location location(String path, LocationJson json) throws MalformedFileException {
        return json.toModel(file, path);
    }

    UnreadableFile unreadable(String path, ProblemAtJson json) throws MalformedFileException {
        return new UnreadableFile(location(path + ".location", json.location()), json.problem());
    }

    /** Each element of the list at a path turned into a value, at a path of its own. */
    <J, T> List<T> list(String path, List<J> values, Element<J, T> toModel) throws MalformedFileException {
        List<T> list = new ArrayList<>();
        for (J each : values) {
            list.add(toModel.read(path + "[" + list.size() + "]", each));
        }
        return list;
    }

    /** Turns one element into a value. */
    interface Element<J, T> {
        T read(String path, J json) throws MalformedFileException;
    }

    MalformedFileException malformed(String path, String problem) {
        return new MalformedFileException(Location.ofPart(file, path), problem);
    }
}

package io.oemingest.core.format;

import org.jspecify.annotations.Nullable;

/**
 * A place in a file, as exact as the reader knows it.
 *
 * @param file the file's name
 * @param part a member, structure or element inside the file
 * @param offset byte offset, for binary formats
 * @param line line counted from 1, for text formats
 * @param column column counted from 1, for text formats
 */
public record Location(
        String file,
        @Nullable String part,
        @Nullable Long offset,
        @Nullable Integer line,
        @Nullable Integer column) {

    public static Location ofFile(String file) {
        return new Location(file, null, null, null, null);
    }

    public static Location ofPart(String file, String part) {
        return new Location(file, part, null, null, null);
    }

    public static Location ofOffset(String file, String part, long offset) {
        return new Location(file, part, offset, null, null);
    }

    public static Location ofLine(String file, int line, int column) {
        return new Location(file, null, null, line, column);
    }

    /** The form of compilers: {@code file:line:column}, or {@code file (part) at offset n}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line != null) {
            text.append(':').append(line);
            if (column != null) {
                text.append(':').append(column);
            }
        }
        if (part != null) {
            text.append(" (").append(part).append(')');
        }
        if (offset != null) {
            text.append(" at offset ").append(offset.longValue());
        }
        return text.toString();
    }
}

package io.oemingest.core.format.ffu;

import io.oemingest.core.format.MalformedFileException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The field szPlatformId of a store header: 192 bytes, each id ends in NUL, the rest is zero. */
final class PlatformIds {
    static final int LENGTH = 192;
    private static final int MOST = 191;
    private static final String PART = "platform ids";

    private PlatformIds() {}

    /** Reads the field, which begins at {@code offset} of the file. An image made on a PC may have none. */
    static List<PlatformId> read(FfuInput input, long offset, byte[] field) throws MalformedFileException {
        List<PlatformId> ids = new ArrayList<>();
        int at = 0;
        while (at < MOST && field[at] != 0) {
            int end = at;
            while (end < MOST && field[end] != 0) {
                end++;
            }
            ids.add(id(input, offset + at, new String(field, at, end - at, StandardCharsets.ISO_8859_1)));
            at = end + 1;
        }
        for (; at < LENGTH; at++) {
            if (field[at] != 0) {
                throw malformed(input, offset + at, "has a byte that is not zero behind the last id");
            }
        }
        return checkedLength(input, offset, ids);
    }

    private static List<PlatformId> checkedLength(FfuInput input, long offset, List<PlatformId> ids)
            throws MalformedFileException {
        if (length(ids) > MOST) {
            throw malformed(input, offset, "needs " + length(ids) + " bytes with a NUL for each id, there are " + MOST);
        }
        return List.copyOf(ids);
    }

    /** The field's bytes. @throws IllegalArgumentException if the ids do not fit */
    static byte[] encoded(List<PlatformId> ids) {
        ByteBuffer field = ByteBuffer.allocate(LENGTH);
        if (length(ids) > MOST) {
            throw new IllegalArgumentException("The platform ids need " + length(ids) + " bytes, there are " + MOST);
        }
        ids.forEach(
                id -> field.put(id.text().getBytes(StandardCharsets.US_ASCII)).put((byte) 0));
        return field.array();
    }

    private static int length(List<PlatformId> ids) {
        return ids.stream().mapToInt(id -> id.text().length() + 1).sum();
    }

    private static PlatformId id(FfuInput input, long offset, String text) throws MalformedFileException {
        if (!PlatformId.isWellFormed(text)) {
            throw malformed(input, offset, "has an id not of the form Manufacturer.Family.ProductName[.Version]");
        }
        return new PlatformId(text);
    }

    private static MalformedFileException malformed(FfuInput input, long offset, String problem) {
        return input.malformed(FlashError.PLATFORM_ID, PART, offset, problem);
    }
}

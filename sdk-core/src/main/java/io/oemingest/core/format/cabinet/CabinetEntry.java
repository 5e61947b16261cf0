package io.oemingest.core.format.cabinet;

import io.oemingest.core.io.ByteSource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A file to be written: what its entry in the file table says, and its content. */
record CabinetEntry(String name, int attributes, @Nullable LocalDateTime modified, ByteSource content) {
    /** Checks what a reader would refuse. @throws IllegalArgumentException with the reason */
    CabinetEntry {
        String problem = MemberNames.problemOf(name);
        if (problem == null && nameBytes(name).length > MemberNames.MAX_BYTES) {
            problem = "has more than " + MemberNames.MAX_BYTES + " bytes";
        }
        if (problem != null) {
            throw new IllegalArgumentException("The member name '" + name + "' " + problem);
        }
        DosTime.date(modified);
    }

    /** Bytes of the entry in the file table. */
    int length() {
        return MemberTable.LENGTH + nameBytes(name).length + 1;
    }

    /** The entry as it stands in the file table; its content begins at {@code offset} of the folder's data. */
    ByteBuffer bytes(int folder, long offset) {
        int flag = MemberNames.needsUtf8(name) ? MemberNames.FLAG_UTF8 : 0;
        return ByteBuffer.allocate(length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) content.size())
                .putInt((int) offset)
                .putShort((short) folder)
                .putShort((short) DosTime.date(modified))
                .putShort((short) DosTime.time(modified))
                .putShort((short) ((attributes & ~MemberNames.FLAG_UTF8) | flag))
                .put(nameBytes(name))
                .put((byte) 0)
                .flip();
    }

    private static byte[] nameBytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}

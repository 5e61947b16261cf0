package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the file table ([MS-CAB] 2.3): u4 cbFile, u4 uoffFolderStart, u2 iFolder, u2 date, u2 time, u2 attribs, name,
 * NUL.
 */
final class MemberTable {
    static final int LENGTH = 16;
    /** iFolder values from here on say that the file continues from or in another cabinet. */
    private static final int CONTINUED = 0xFFFD;

    private final StructReader reader;
    private final CabinetHeader header;
    private final List<CabinetFolder> folders;
    private final Set<String> keys = new HashSet<>();
    private long offset;

    private MemberTable(StructReader reader, CabinetHeader header, List<CabinetFolder> folders) {
        this.reader = reader;
        this.header = header;
        this.folders = folders;
        this.offset = header.filesOffset();
    }

    /** The members in table order. */
    static List<CabinetMember> read(
            ByteSource source, CabinetHeader header, List<CabinetFolder> folders, FormatLimits limits)
            throws IOException {
        MemberTable table = new MemberTable(new StructReader(source), header, folders);
        List<CabinetMember> members = new ArrayList<>();
        for (int i = 0; i < header.fileCount(); i++) {
            members.add(table.next("file " + i));
            table.checkLength(limits);
        }
        table.checkEnd();
        return List.copyOf(members);
    }

    private CabinetMember next(String part) throws IOException {
        long left = header.cabinetSize() - offset;
        int length = (int) Math.min(left, LENGTH + MemberNames.MAX_BYTES + 1);
        if (length < LENGTH + 1) {
            throw reader.malformed(part, offset, "needs more bytes, the cabinet ends at " + header.cabinetSize());
        }
        ByteBuffer fields = reader.read(part, offset, length);
        int attributes = fields.getShort(14) & 0xffff;
        String name = name(part, fields, (attributes & MemberNames.FLAG_UTF8) != 0);
        CabinetMember member = new CabinetMember(
                name,
                Integer.toUnsignedLong(fields.getInt(0)),
                fields.getShort(8) & 0xffff,
                Integer.toUnsignedLong(fields.getInt(4)),
                DosTime.decode(fields.getShort(10) & 0xffff, fields.getShort(12) & 0xffff),
                attributes & ~MemberNames.FLAG_UTF8);
        checkPlace(part, member);
        offset += fields.position();
        return member;
    }

    private String name(String part, ByteBuffer fields, boolean utf8) throws MalformedFileException {
        fields.position(LENGTH);
        int nul = LENGTH;
        while (nul < fields.limit() && fields.get(nul) != 0) {
            nul++;
        }
        if (nul == fields.limit()) {
            throw reader.malformed(part, offset, "has a name without an end, or longer than 255 bytes");
        }
        byte[] bytes = new byte[nul - LENGTH];
        fields.get(bytes).get();
        try {
            String name = MemberNames.decode(bytes, utf8);
            if (!keys.add(MemberNames.key(name))) {
                throw reader.malformed(part, offset, "repeats the name '" + name + "' (case does not count)");
            }
            return name;
        } catch (CorruptDataException e) {
            throw reader.malformed(part, offset, e.problem());
        }
    }

    private void checkPlace(String part, CabinetMember member) throws MalformedFileException {
        if (member.folder() >= CONTINUED) {
            throw reader.malformed(
                    part, offset, "'" + member.name() + "' is spread over several cabinets, which is not supported");
        }
        if (member.folder() >= folders.size()) {
            throw reader.malformed(
                    part,
                    offset,
                    "'" + member.name() + "' lies in folder " + member.folder() + " of " + folders.size());
        }
        long unpacked = folders.get(member.folder()).unpackedSize();
        if (member.folderOffset() + member.size() > unpacked) {
            throw reader.malformed(
                    part,
                    offset,
                    "'" + member.name() + "' takes " + member.size() + " bytes from " + member.folderOffset()
                            + ", its folder unpacks to " + unpacked);
        }
    }

    private void checkLength(FormatLimits limits) throws MalformedFileException {
        if (offset - header.filesOffset() > limits.maxInMemory()) {
            throw reader.malformed(
                    "file table",
                    header.filesOffset(),
                    "has more than the " + limits.maxInMemory() + " bytes allowed in memory");
        }
    }

    private void checkEnd() throws MalformedFileException {
        for (CabinetFolder folder : folders) {
            if (folder.blocks() > 0 && folder.dataOffset() < offset) {
                throw reader.malformed(
                        folder.part(), folder.dataOffset(), "has data inside the tables, which end at " + offset);
            }
        }
    }
}

package io.oemingest.core.format.cabinet;

import io.oemingest.core.internal.io.ByteSources;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a cabinet. On one Java runtime the same files give the same bytes. Contents are read when it is written and are
 * never held in memory; LZX holds six bytes for each byte of its window. For one thread.
 */
public final class CabinetWriter {
    private static final int MAX_FILES = 0xFFFF;
    /** Larger indexes tell of a file that another cabinet continues. */
    private static final int MAX_FOLDERS = 0xFFFD;

    private static final long MAX_SIZE = 0xFFFF_FFFFL;
    /** What the kit's tools write. */
    private static final int SET_ID = 555;

    private static final int TABLE_BUFFER = 1 << 16;
    private static final int ATTRIBUTE_ARCHIVE = 0x20;
    private static final LocalDateTime FIXED_DATE = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final List<PlannedFolder> folders = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private PlannedFolder current;

    private CabinetWriter(CabinetCompression compression) {
        current = new PlannedFolder(compression);
    }

    /** Starts a cabinet and its first folder. */
    public static CabinetWriter create(CabinetCompression compression) {
        return new CabinetWriter(compression);
    }

    /** Packs the files that are added from now on for themselves, in a folder of their own. */
    public CabinetWriter startFolder(CabinetCompression compression) {
        current = new PlannedFolder(compression);
        return this;
    }

    /**
     * Adds a file with a fixed date and the archive attribute.
     *
     * @throws IllegalArgumentException for a name that is unsafe, too long or there already
     */
    public CabinetWriter add(String name, ByteSource content) {
        return add(new CabinetEntry(name, ATTRIBUTE_ARCHIVE, FIXED_DATE, content));
    }

    /** Adds a file with the name, date and attributes of another. @throws IllegalArgumentException as above */
    public CabinetWriter add(CabinetMember like, ByteSource content) {
        return add(new CabinetEntry(like.name(), like.attributes(), like.modified(), content));
    }

    /**
     * Writes the file without signature and replaces one that is there; nothing is left behind on failure.
     *
     * @throws IOException also when there is no file to write, or more than a cabinet can hold
     */
    public void writeTo(Path file) throws IOException {
        checkContents(file);
        WholeFiles.replace(file, this::write);
    }

    /**
     * Writes a new file with a signature; nothing is left behind on failure.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the file is there
     * @throws IOException as above, or whatever the signer throws
     */
    public void writeSigned(Path file, CabinetSignatureArea.Signer signer) throws IOException {
        checkContents(file);
        WholeFiles.create(file, channel -> writeSigned(channel, signer));
    }

    private CabinetWriter add(CabinetEntry entry) {
        if (!keys.add(MemberNames.key(entry.name()))) {
            throw new IllegalArgumentException(
                    "The member name '" + entry.name() + "' is there already (case does not count)");
        }
        if (current.entries().isEmpty()) {
            folders.add(current);
        }
        current.add(entry);
        return this;
    }

    private void checkContents(Path file) throws IOException {
        String problem = problem();
        if (problem != null) {
            throw new IOException(file + " cannot be written: " + problem);
        }
    }

    private @Nullable String problem() {
        if (keys.isEmpty()) {
            return "a cabinet has at least one file";
        }
        if (keys.size() > MAX_FILES) {
            return keys.size() + " files are more than the " + MAX_FILES + " of a cabinet";
        }
        if (folders.size() > MAX_FOLDERS) {
            return folders.size() + " folders are more than the " + MAX_FOLDERS + " of a cabinet";
        }
        return folders.stream()
                .map(PlannedFolder::problem)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void write(FileChannel channel) throws IOException {
        ByteBuffer head = writeBehindHead(channel, CabinetHeader.LENGTH);
        channel.position(0);
        Transfers.write(channel, head);
    }

    private void writeSigned(FileChannel channel, CabinetSignatureArea.Signer signer) throws IOException {
        ByteBuffer head = writeBehindHead(channel, CabinetHeader.LENGTH + SignedForm.INSERTED);
        SignedForm.prepare(head);
        ByteSource all = ByteSources.ofChannel("cabinet", channel);
        SignedForm form = new SignedForm(head, all.slice(all.name(), head.limit(), all.size() - head.limit()));
        byte[] signature = signer.sign(CabinetDigests.authenticode(form, CabinetSignatureArea.DIGEST));
        CabinetSignatureArea.append(form, signature, channel);
    }

    /** Writes file table and data, and answers with what stands before them: only now are the sizes known. */
    private ByteBuffer writeBehindHead(FileChannel channel, int foldersOffset) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(foldersOffset + folders.size() * CabinetFolder.LENGTH)
                .order(ByteOrder.LITTLE_ENDIAN);
        channel.position(head.limit());
        writeFileTable(channel);
        head.position(foldersOffset);
        for (PlannedFolder folder : folders) {
            folder.putInto(head, channel.position());
            folder.writeData(channel);
            checkSize(channel.position());
        }
        putHeader(head.flip(), channel.position());
        return head;
    }

    private void writeFileTable(FileChannel channel) throws IOException {
        ByteBuffer some = ByteBuffer.allocate(TABLE_BUFFER);
        for (int folder = 0; folder < folders.size(); folder++) {
            long offset = 0;
            for (CabinetEntry entry : folders.get(folder).entries()) {
                if (some.remaining() < entry.length()) {
                    Transfers.write(channel, some.flip());
                    some.clear();
                }
                some.put(entry.bytes(folder, offset));
                offset += entry.content().size();
            }
        }
        Transfers.write(channel, some.flip());
    }

    private static void checkSize(long size) throws IOException {
        if (size > MAX_SIZE) {
            throw new IOException(
                    "The cabinet becomes larger than the " + MAX_SIZE + " bytes that its header can tell");
        }
    }

    private void putHeader(ByteBuffer head, long cabinetSize) {
        head.putInt(0, CabinetHeader.MAGIC)
                .putInt(8, (int) cabinetSize)
                .putInt(16, head.limit())
                .putShort(24, (short) 0x0103)
                .putShort(26, (short) folders.size())
                .putShort(28, (short) keys.size())
                .putShort(32, (short) SET_ID);
    }
}

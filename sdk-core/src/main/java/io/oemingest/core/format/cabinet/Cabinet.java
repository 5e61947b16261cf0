package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.io.ProgressListener.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A single cabinet file ([MS-CAB]) whose directory has been checked. Safe for threads; each stream belongs to one
 * thread. Bytes that are no such cabinet are refused with a {@link MalformedFileException}.
 */
public final class Cabinet {
    private final ByteSource source;
    private final CabinetHeader header;
    private final List<CabinetFolder> folders;
    private final List<CabinetMember> members;
    private final List<CabinetMember> inDataOrder;
    private final Map<String, CabinetMember> byKey = new HashMap<>();

    private Cabinet(ByteSource source, FormatLimits limits) throws IOException {
        this.source = source;
        header = CabinetHeader.read(source, limits);
        folders = FolderTable.read(source, header, limits);
        members = MemberTable.read(source, header, folders, limits);
        inDataOrder = MemberRanges.sorted(source.name(), members);
        members.forEach(member -> byKey.put(MemberNames.key(member.name()), member));
    }

    /** Whether the source begins like a cabinet; nothing else is checked. */
    public static boolean isCabinet(ByteSource source) throws IOException {
        if (source.size() < CabinetHeader.LENGTH) {
            return false;
        }
        byte[] magic = new byte[4];
        source.readFully(0, magic, 0, magic.length);
        return magic[0] == 'M' && magic[1] == 'S' && magic[2] == 'C' && magic[3] == 'F';
    }

    /**
     * Reads and checks the directory: header, folders, data block sizes, names, ranges. No data is unpacked. The source
     * stays the caller's and must stay open.
     */
    public static Cabinet read(ByteSource source, FormatLimits limits) throws IOException {
        return new Cabinet(source, limits);
    }

    public ByteSource source() {
        return source;
    }

    /** All files, in the order of the directory. */
    public List<CabinetMember> members() {
        return members;
    }

    /** The file of that name, or null. Case does not matter, and both slashes are the same. */
    public @Nullable CabinetMember find(String name) {
        return byKey.get(MemberNames.key(name));
    }

    /** Unpacks one file while it is read; close the stream. Bad data surfaces from here or from its {@code read}. */
    public InputStream open(CabinetMember member) throws IOException {
        FolderStream folder = folderStream(folderOf(member));
        try {
            skip(folder, member.folderOffset());
            return new MemberStream(folder, member, true);
        } catch (IOException e) {
            folder.close();
            throw e;
        }
    }

    /** Unpacks one file into memory. @throws MalformedFileException if it has more than {@code limit} bytes */
    public byte[] readAll(CabinetMember member, int limit) throws IOException {
        if (member.size() > limit) {
            throw new MalformedFileException(
                    Location.ofPart(source.name(), member.name()),
                    "has " + member.size() + " bytes, more than the " + limit + " allowed in memory");
        }
        try (InputStream content = open(member)) {
            return content.readNBytes((int) member.size());
        }
    }

    /** Unpacks everything once, in the order of the data, and hands each file to the visitor. */
    public void forEachMember(MemberVisitor visitor) throws IOException {
        int next = 0;
        for (CabinetFolder folder : folders) {
            try (FolderStream stream = folderStream(folder)) {
                long position = 0;
                for (; next < inDataOrder.size() && inDataOrder.get(next).folder() == folder.index(); next++) {
                    CabinetMember member = inDataOrder.get(next);
                    skip(stream, member.folderOffset() - position);
                    visit(visitor, member, stream);
                    position = member.folderOffset() + member.size();
                }
                skip(stream, folder.unpackedSize() - position);
            }
        }
    }

    /** Unpacks everything once to see that it can be: sizes, checksums and packed data. */
    public void verifyContent(ProgressListener listener) throws IOException {
        long total = folders.stream().mapToLong(CabinetFolder::unpackedSize).sum();
        long done = 0;
        byte[] buffer = new byte[DataBlock.MAX_UNPACKED];
        for (CabinetFolder folder : folders) {
            try (FolderStream stream = folderStream(folder)) {
                for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                    done += n;
                    listener.onProgress(new Progress("read", source.name(), done, total));
                }
            }
        }
    }

    public CabinetCompression compression(CabinetMember member) {
        return folderOf(member).compression();
    }

    /** Bytes of the cabinet itself, without a signature behind it (cbCabinet). */
    public long cabinetSize() {
        return header.cabinetSize();
    }

    /** The PKCS#7 signature with its zero padding, or null if the cabinet is not signed. */
    public @Nullable ByteSource signatureArea() {
        Reserves reserves = header.reserves();
        return reserves.signed()
                ? source.slice(source.name(), reserves.signatureOffset(), reserves.signatureSize())
                : null;
    }

    /**
     * The Authenticode digest. A cabinet that is not signed is digested in the form that it has when signed, so that
     * the digest holds before and after.
     */
    public Digest digest(DigestAlgorithm algorithm) throws IOException {
        return CabinetDigests.authenticode(signedForm(), algorithm);
    }

    /**
     * The digest under which the security catalog of a package lists this cabinet as a member: that of the bytes as
     * they are if there is no reserve area, the Authenticode digest if there is.
     */
    public Digest catalogDigest(DigestAlgorithm algorithm) throws IOException {
        return header.reserves().kind() == Reserves.Kind.NONE
                ? CabinetDigests.plain(source, algorithm)
                : digest(algorithm);
    }

    SignedForm signedForm() throws IOException {
        return SignedForm.of(source, header);
    }

    private static void visit(MemberVisitor visitor, CabinetMember member, FolderStream stream) throws IOException {
        MemberStream content = new MemberStream(stream, member, false);
        visitor.visit(member, content);
        content.finish();
    }

    private static void skip(FolderStream stream, long count) throws IOException {
        stream.skipNBytes(count);
    }

    private FolderStream folderStream(CabinetFolder folder) {
        return new FolderStream(source, header, folder);
    }

    private CabinetFolder folderOf(CabinetMember member) {
        if (!member.equals(find(member.name()))) {
            throw new IllegalArgumentException("'" + member.name() + "' is no member of " + source.name());
        }
        return folders.get(member.folder());
    }

    /** Takes the files of a cabinet one by one. */
    @FunctionalInterface
    public interface MemberVisitor {
        /** The content is valid only during the call and need not be read to its end. */
        void visit(CabinetMember member, InputStream content) throws IOException;
    }
}

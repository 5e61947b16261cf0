package io.oemingest.core.format.cabinet;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A single cabinet file, its directory checked. Safe for threads; each stream belongs to one thread. */
public final class Cabinet {
    private Cabinet() {}

    /** Whether the source begins like a cabinet; nothing else is checked. */
    public static boolean isCabinet(ByteSource source) throws IOException {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads and checks the directory: header, folders, data block sizes, names, ranges. No data is unpacked. The source
     * stays the caller's and must stay open.
     */
    public static Cabinet read(ByteSource source, FormatLimits limits) throws IOException {
        throw new UnsupportedOperationException();
    }

    public ByteSource source() {
        throw new UnsupportedOperationException();
    }

    /** All files, in the order of the directory. */
    public List<CabinetMember> members() {
        throw new UnsupportedOperationException();
    }

    /** The file of that name, or null. Case does not matter, and both slashes are the same. */
    public @Nullable CabinetMember find(String name) {
        throw new UnsupportedOperationException();
    }

    /** Unpacks one file while it is read; close the stream. Bad data surfaces from its {@code read}. */
    public InputStream open(CabinetMember member) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Unpacks one file into memory. @throws io.oemingest.core.format.MalformedFileException beyond {@code limit} */
    public byte[] readAll(CabinetMember member, int limit) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Unpacks everything once, in the order of the data, and hands each file to the visitor. */
    public void forEachMember(MemberVisitor visitor) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Unpacks everything once to see that it can be: sizes, checksums and compressed data. */
    public void verifyContent(ProgressListener listener) throws IOException {
        throw new UnsupportedOperationException();
    }

    public CabinetCompression compression(CabinetMember member) {
        throw new UnsupportedOperationException();
    }

    /** Bytes of the cabinet itself, without a signature behind it (cbCabinet). */
    public long cabinetSize() {
        throw new UnsupportedOperationException();
    }

    /** The PKCS#7 signature with its zero padding, or null if the cabinet is not signed. */
    public @Nullable ByteSource signatureArea() {
        throw new UnsupportedOperationException();
    }

    /** The Authenticode digest; a cabinet that is not signed is digested in the form that it has when signed. */
    public Digest digest(DigestAlgorithm algorithm) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** The digest under which a security catalog lists this cabinet: of the bytes as they are, signed or not. */
    public Digest catalogDigest(DigestAlgorithm algorithm) throws IOException {
        throw new UnsupportedOperationException();
    }

    /** Takes the files of a cabinet one by one. */
    @FunctionalInterface
    public interface MemberVisitor {
        /** The content is valid only during the call and need not be read to its end. */
        void visit(CabinetMember member, InputStream content) throws IOException;
    }
}

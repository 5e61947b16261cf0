package io.oemingest.core.format.pe;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.io.ByteSources;
import io.oemingest.core.internal.io.StructReader;
import io.oemingest.core.internal.io.Transfers;
import io.oemingest.core.internal.io.WholeFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A PE32 or PE32+ image (program, driver, EFI application) whose headers have been checked. Safe for threads. Bytes
 * that are no such image are refused with a {@link MalformedFileException}.
 */
public final class PeImage {
    private static final int BUFFER = 1 << 16;
    private static final int DIRECTORY_ENTRY = 8;
    private static final int CHECKSUM = 4;
    private static final int COFF_LENGTH = 24;
    private static final int OPTIONAL_CHECKSUM = 64;
    private static final short PE32_PLUS = 0x20B;

    private final ByteSource source;
    private final PeHeaders headers;
    private final @Nullable ByteSource signature;

    private PeImage(ByteSource source, FormatLimits limits) throws IOException {
        this.source = source;
        this.headers = PeHeaders.read(source);
        this.signature = CertificateTable.firstPkcs7(source, headers, limits);
    }

    /** Whether the source has the two signatures of an image, MZ and PE; nothing else is checked. */
    public static boolean isPe(ByteSource source) throws IOException {
        if (source.size() < 64) {
            return false;
        }
        byte[] dos = new byte[64];
        source.readFully(0, dos, 0, dos.length);
        long coff = Integer.toUnsignedLong(
                ByteBuffer.wrap(dos).order(ByteOrder.LITTLE_ENDIAN).getInt(60));
        if (dos[0] != 'M' || dos[1] != 'Z' || coff + 4 > source.size()) {
            return false;
        }
        byte[] magic = new byte[4];
        source.readFully(coff, magic, 0, magic.length);
        return magic[0] == 'P' && magic[1] == 'E' && magic[2] == 0 && magic[3] == 0;
    }

    /** Reads and checks headers, section ranges and the certificate table. The source must stay open. */
    public static PeImage read(ByteSource source, FormatLimits limits) throws IOException {
        return new PeImage(source, limits);
    }

    public ByteSource source() {
        return source;
    }

    /**
     * The Authenticode digest: everything but CheckSum, the certificate table and its directory entry. An image is
     * filled up with zeros to a multiple of 8, so that the digest holds before and after signing.
     */
    public Digest digest(DigestAlgorithm algorithm) throws IOException {
        MessageDigest digest = algorithm.newMessageDigest();
        updateWithout(digest, headers.imageEnd());
        digest.update(new byte[padding()]);
        return Digest.of(algorithm, digest.digest());
    }

    /**
     * The image cut into pages, as page hashes of signatures see it.
     *
     * @throws MalformedFileException if the headers cut the image into impossible pages
     */
    public ImagePages pages() throws IOException {
        return new ImagePages(this, PagePlan.read(source, headers));
    }

    /** Reads what else the headers say, and the whole image for its checksum. */
    public PeSummary summary() throws IOException {
        long optional = headers.checkSumOffset() - OPTIONAL_CHECKSUM;
        ByteBuffer coff = new StructReader(source).read("COFF header", optional - COFF_LENGTH, COFF_LENGTH + 2);
        ByteBuffer stored = new StructReader(source).read("optional header", headers.checkSumOffset(), CHECKSUM);
        return new PeSummary(
                coff.getShort(4) & 0xffff,
                coff.getShort(6) & 0xffff,
                coff.getShort(COFF_LENGTH) == PE32_PLUS,
                Integer.toUnsignedLong(stored.getInt(0)),
                Integer.toUnsignedLong(checksum(source)),
                headers.certificatesSize());
    }

    /** The PKCS#7 signature of the first such entry of the certificate table, with its padding, or null. */
    public @Nullable ByteSource signature() {
        return signature;
    }

    /**
     * Copies the image to a new file with this signature as its only certificate, and with a right CheckSum.
     *
     * @throws java.nio.file.FileAlreadyExistsException if the target is there, so that nothing is signed in place
     * @throws MalformedFileException if the image has no directory entry for certificates
     */
    public void writeSigned(byte[] pkcs7, Path target) throws IOException {
        ByteSource signed = signed(pkcs7);
        WholeFiles.create(target, channel -> Transfers.write(channel, signed));
    }

    /**
     * The image with this signature as its only certificate, and with a right CheckSum: a view of the image, whose bytes
     * are not copied.
     *
     * @throws MalformedFileException if the image has no directory entry for certificates
     */
    public ByteSource signed(byte[] pkcs7) throws IOException {
        if (headers.directoryOffset() < 0) {
            throw new MalformedFileException(
                    Location.ofPart(source.name(), "optional header"),
                    "has no entry for a certificate table, so that the image cannot be signed");
        }
        ByteBuffer table = CertificateTable.of(pkcs7);
        long tableOffset = headers.imageEnd() + padding();
        if (tableOffset + table.limit() > 0xFFFF_FFFFL) {
            throw new MalformedFileException(
                    Location.ofFile(source.name()), "leaves no room for a signature below 4 GiB");
        }
        ByteBuffer entry = little(DIRECTORY_ENTRY).putInt((int) tableOffset).putInt(table.limit());
        int checksum = checksum(with(0, entry, table));
        return with(checksum, entry, table);
    }

    private ByteSource with(int checksum, ByteBuffer directoryEntry, ByteBuffer table) {
        long entryOffset = headers.directoryOffset();
        return ByteSources.joined(
                source.name(),
                part(0, headers.checkSumOffset()),
                memory(little(CHECKSUM).putInt(checksum)),
                part(headers.checkSumOffset() + CHECKSUM, entryOffset),
                memory(directoryEntry),
                part(entryOffset + DIRECTORY_ENTRY, headers.imageEnd()),
                memory(little(padding())),
                memory(table));
    }

    private ByteSource part(long from, long to) {
        return source.slice(source.name(), from, to - from);
    }

    private ByteSource memory(ByteBuffer bytes) {
        byte[] all = new byte[bytes.limit()];
        bytes.get(0, all);
        return ByteSource.of(source.name(), all);
    }

    /** Digests from the start to {@code end}, the fields that signing changes left out. */
    void updateWithout(MessageDigest digest, long end) throws IOException {
        long at = update(digest, 0, headers.checkSumOffset()) + CHECKSUM;
        if (headers.directoryOffset() >= 0) {
            at = update(digest, at, headers.directoryOffset()) + DIRECTORY_ENTRY;
        }
        update(digest, at, end);
    }

    /** Digests from one offset to another; returns the latter. */
    long update(MessageDigest digest, long from, long to) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, to - from)];
        InputStream part = part(from, to).stream();
        for (int n = part.readNBytes(buffer, 0, buffer.length); n > 0; n = part.readNBytes(buffer, 0, buffer.length)) {
            digest.update(buffer, 0, n);
        }
        return to;
    }

    private int padding() {
        return (int) (-headers.imageEnd() & (PeHeaders.ALIGNMENT - 1));
    }

    private int checksum(ByteSource image) throws IOException {
        ImageChecksum checksum = new ImageChecksum(headers.checkSumOffset());
        byte[] buffer = new byte[BUFFER];
        InputStream all = image.stream();
        for (int n = all.readNBytes(buffer, 0, BUFFER); n > 0; n = all.readNBytes(buffer, 0, BUFFER)) {
            checksum.update(buffer, n);
        }
        return checksum.value();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}

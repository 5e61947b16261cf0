package io.oemingest.core.submission;

import io.oemingest.core.format.FormatLimits;
import io.oemingest.core.format.Location;
import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.internal.zip.StrictZip;
import io.oemingest.core.internal.zip.ZipEntryFacts;
import io.oemingest.core.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A signed archive {@code <OemId>.<ticket>.zip}, opened but not verified: {@link SignedArchiveVerifier} does that. Holds
 * the file open until closed; safe for threads.
 */
public final class SignedArchive implements Closeable {
    static final String MANIFEST = "signed.json";
    static final String SIGNATURE = "signed.json.p7s";

    /** Where the signed catalog of an image lies. */
    public static final String CATALOG = "catalog/ffu.cat";

    private final ByteSource source;
    private final StrictZip zip;
    private final byte[] manifestText;
    private final byte[] signature;
    private final SignedManifest manifest;

    SignedArchive(ByteSource source, FormatLimits limits) throws IOException {
        this.source = source;
        this.zip = StrictZip.read(source, limits);
        int limit = Math.min(limits.maxInMemory(), JsonFields.MAX_MANIFEST);
        this.manifestText = zip.readAll(entry(0, MANIFEST), limit);
        this.signature = zip.readAll(entry(1, SIGNATURE), limit);
        this.manifest = SignedManifestFormat.read(manifestText, MANIFEST);
        requireSameFiles();
    }

    /** Opens an archive. @throws MalformedFileException if it does not have the form of a signed archive */
    public static SignedArchive open(Path file, FormatLimits limits) throws IOException {
        ByteSource source = ByteSource.open(file);
        try {
            return new SignedArchive(source, limits);
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /** Reads the manifest alone; the source stays the caller's. @throws MalformedFileException if it is no signed archive */
    public static SignedManifest readManifest(ByteSource archive, FormatLimits limits) throws IOException {
        return new SignedArchive(archive, limits).manifest();
    }

    public SignedManifest manifest() {
        return manifest;
    }

    /** A signed file in place; it needs no closing. @throws IllegalArgumentException if the archive has no file of this path */
    public ByteSource openFile(String path) {
        ZipEntryFacts entry = zip.find(path);
        if (entry == null) {
            throw new IllegalArgumentException("The archive has no file " + path);
        }
        return zip.storedInPlace(entry);
    }

    /** The file's name, for messages. */
    public String name() {
        return source.name();
    }

    byte[] manifestText() {
        return manifestText.clone();
    }

    byte[] signature() {
        return signature.clone();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private ZipEntryFacts entry(int index, String name) throws MalformedFileException {
        List<ZipEntryFacts> entries = zip.entries();
        if (entries.size() <= index || !entries.get(index).name().equals(name)) {
            throw malformed(name, "must be entry " + (index + 1) + ": this is not a signed archive");
        }
        return entries.get(index);
    }

    private void requireSameFiles() throws IOException {
        List<String> present = new ArrayList<>();
        for (ZipEntryFacts each : zip.entries().subList(2, zip.entries().size())) {
            zip.stored(each); // refuses deflated entries, which could not be verified in place
            present.add(each.name());
        }
        List<String> listed =
                manifest.files().stream().map(each -> each.file().path()).toList();
        if (!listed.equals(present)) {
            throw malformed(MANIFEST, "does not list the entries as they are");
        }
        for (SignedFile each : manifest.files()) {
            String path = each.file().path();
            if (!path.equals(CATALOG) && FileKind.ofPath(path) != FileKind.PACKAGE) {
                throw malformed(path, "is no place for a signed package or catalog");
            }
        }
    }

    private MalformedFileException malformed(String part, String problem) {
        return new MalformedFileException(Location.ofPart(source.name(), part), problem);
    }
}

package io.oemingest.core.submission;

import io.oemingest.core.internal.io.AtomicFiles;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.SafePaths;
import io.oemingest.core.signing.CodeSignature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A signed archive after {@link SignedArchiveVerifier} has proved all of it; good as long as the archive is open. */
public final class VerifiedArchive {
    private final SignedArchive archive;
    private final CodeSignature signature;
    private final Map<String, CodeSignature> ofFiles;

    VerifiedArchive(SignedArchive archive, CodeSignature signature, Map<String, CodeSignature> ofFiles) {
        this.archive = archive;
        this.signature = signature;
        this.ofFiles = Map.copyOf(ofFiles);
    }

    SignedArchive archive() {
        return archive;
    }

    public SignedManifest manifest() {
        return archive.manifest();
    }

    /** Whose the archive is: the signature over its manifest. */
    public CodeSignature signature() {
        return signature;
    }

    /** The signature of a package file or catalog. @throws IllegalArgumentException if the archive has no file of this path */
    public CodeSignature signature(String path) {
        CodeSignature found = ofFiles.get(path);
        if (found == null) {
            throw new IllegalArgumentException("The archive has no file " + path);
        }
        return found;
    }

    /** A verified file in place. @throws IllegalArgumentException if the archive has no file of this path */
    public ByteSource openFile(String path) {
        return archive.openFile(path);
    }

    /**
     * Puts the files into a new folder, which appears with all of them or not at all.
     *
     * @throws FileAlreadyExistsException if there is something of that name
     * @throws IOException if the archive changed since it was verified
     */
    public void extractTo(Path folder) throws IOException {
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Path parent = Objects.requireNonNull(folder.toAbsolutePath().getParent(), "a folder lies in a folder");
        Path temporary = Files.createTempDirectory(parent, "." + folder.getFileName());
        try {
            Path whole = Files.createDirectory(temporary.resolve("whole"));
            for (SignedFile each : manifest().files()) {
                extract(each.file(), whole);
            }
            AtomicFiles.move(whole, folder);
        } finally {
            delete(temporary);
        }
    }

    private void extract(FileFacts file, Path folder) throws IOException {
        Path target = SafePaths.resolveInside(folder, file.path());
        Files.createDirectories(Objects.requireNonNull(target.getParent(), "it lies inside the folder"));
        try (InputStream content = archive.openFile(file.path()).stream()) {
            Files.copy(content, target);
        }
        try (ByteSource written = ByteSource.open(target)) {
            if (!Digest.sha256(written).equals(file.sha256())) {
                throw new IOException(file.path() + " changed between being verified and being extracted");
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : deepestFirst) {
            Files.delete(each);
        }
    }
}

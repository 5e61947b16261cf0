package io.oemingest.emulator.store;

import io.oemingest.core.io.SafePaths;
import io.oemingest.emulator.port.BlobStore;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Blobs as files: {@code uploads/<id>}, {@code submissions/<ticket>/…} and {@code work/<ticket>/…} below one folder of
 * one file system, so that a finished file moves in one step.
 */
public final class FileBlobStore implements BlobStore {
    private static final String UPLOADS = "uploads";
    private static final String SUBMISSIONS = "submissions";
    private static final String WORK = "work";
    private static final String ARCHIVE = "submission.zip";

    static final List<String> FOLDERS = List.of(UPLOADS, SUBMISSIONS, WORK);

    private final Path uploads;
    private final Path submissions;
    private final Path work;

    /** Makes the folders that are missing. */
    public FileBlobStore(Path root) throws IOException {
        uploads = Files.createDirectories(root.resolve(UPLOADS));
        submissions = Files.createDirectories(root.resolve(SUBMISSIONS));
        work = Files.createDirectories(root.resolve(WORK));
    }

    @Override
    public void createUpload(String uploadId) throws IOException {
        Files.createFile(upload(uploadId));
    }

    @Override
    public FileChannel openUpload(String uploadId, long offset) throws IOException {
        FileChannel channel = FileChannel.open(upload(uploadId), StandardOpenOption.WRITE);
        try {
            return channel.truncate(offset).position(offset);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public Path upload(String uploadId) {
        return SafePaths.resolveInside(uploads, uploadId);
    }

    @Override
    public void deleteUpload(String uploadId) throws IOException {
        Files.deleteIfExists(upload(uploadId));
    }

    @Override
    public Path keepArchive(String uploadId, String ticket) throws IOException {
        Files.createDirectories(folder(ticket));
        return Files.move(upload(uploadId), archive(ticket), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Path archive(String ticket) {
        return folder(ticket).resolve(ARCHIVE);
    }

    @Override
    public void deleteArchive(String ticket) throws IOException {
        Files.deleteIfExists(archive(ticket));
    }

    @Override
    public Path newWorkFolder(String ticket) throws IOException {
        deleteWorkFolder(ticket);
        return Files.createDirectory(SafePaths.resolveInside(work, ticket));
    }

    @Override
    public void deleteWorkFolder(String ticket) throws IOException {
        FileTrees.delete(SafePaths.resolveInside(work, ticket));
    }

    @Override
    public Path publish(String ticket, Path finished) throws IOException {
        Path target = SafePaths.resolveInside(folder(ticket), String.valueOf(finished.getFileName()));
        return Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void deleteSubmission(String ticket) throws IOException {
        FileTrees.delete(folder(ticket));
    }

    private Path folder(String ticket) {
        return SafePaths.resolveInside(submissions, ticket);
    }
}

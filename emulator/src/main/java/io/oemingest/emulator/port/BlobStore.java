package io.oemingest.emulator.port;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The large files of the service: uploads that grow, and one folder for each submission. A file of a submission is
 * there whole or not at all. Ids come from {@link Identifiers} and are safe as file names.
 */
public interface BlobStore {

    /** Makes an empty upload. */
    void createUpload(String uploadId) throws IOException;

    /** Opens an upload for writing at {@code offset} and cuts off what lies behind it; the caller closes the channel. */
    FileChannel openUpload(String uploadId, long offset) throws IOException;

    /** Where an upload's bytes are. */
    Path upload(String uploadId);

    void deleteUpload(String uploadId) throws IOException;

    /** Moves a finished upload into the submission's folder, where it is the archive to be signed. */
    Path keepArchive(String uploadId, String ticket) throws IOException;

    /** The archive to be signed, for as long as the submission needs it. */
    Path archive(String ticket);

    void deleteArchive(String ticket) throws IOException;

    /** A fresh, empty folder for unfinished work on a submission. */
    Path newWorkFolder(String ticket) throws IOException;

    /** Removes the work folder with everything in it, if there is one. */
    void deleteWorkFolder(String ticket) throws IOException;

    /** Moves a finished file out of the work folder into the submission's folder, under its own name. */
    Path publish(String ticket, Path finished) throws IOException;

    /** Removes every file of a submission. */
    void deleteSubmission(String ticket) throws IOException;
}

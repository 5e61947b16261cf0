package io.oemingest.client;

import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A download under way: the bytes so far, and beside them what another process needs to go on. */
final class PartialFile {
    private final Path bytes;
    private final Path note;

    PartialFile(Path directory, String name) {
        this.bytes = directory.resolve(name + ".partial");
        this.note = directory.resolve(name + ".partial.txt");
    }

    /**
     * What the service said of the whole file.
     *
     * @param etag strong validator, or null if there is none and so no way to go on later
     * @param size bytes, or -1 if the service did not say
     */
    record Whole(@Nullable String etag, Digest digest, long size, String fileName) {}

    /** A file name made of a ticket, whatever text that is. */
    static String nameOf(SubmissionTicket ticket) {
        return ticket.id().replaceAll("[^A-Za-z0-9-]", "_");
    }

    Path path() {
        return bytes;
    }

    /** Bytes so far. */
    long size() throws IOException {
        return Files.exists(bytes) ? Files.size(bytes) : 0;
    }

    /** What is known of the whole from before, or null if there is nothing to go on with. */
    @Nullable
    Whole whole() throws IOException {
        if (!Files.exists(note) || !Files.exists(bytes)) {
            return null;
        }
        List<String> lines = Files.readAllLines(note);
        try {
            Digest digest = new Digest(DigestAlgorithm.SHA256, lines.get(1));
            return new Whole(lines.get(0), digest, Long.parseLong(lines.get(2)), lines.get(3));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // A note cut short by a crash; the bytes without it are worth nothing.
            return null;
        }
    }

    /** Begins anew. */
    void begin(Whole whole) throws IOException {
        discard();
        Files.createFile(bytes);
        if (whole.etag() != null) {
            Files.write(
                    note, List.of(whole.etag(), whole.digest().hex(), Long.toString(whole.size()), whole.fileName()));
        }
    }

    /** Gives the bytes their final name in one step. */
    void finish(Path file) throws IOException {
        Files.move(bytes, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(note);
    }

    void discard() throws IOException {
        Files.deleteIfExists(note);
        Files.deleteIfExists(bytes);
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.io.Digest;
import io.oemingest.emulator.port.BlobStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Writes what comes for one upload behind what is there; afterwards {@link #offset()} says how far it counts. */
final class BodyReceiver {
    private static final int BUFFER = 1 << 16;

    private final BlobStore blobs;
    private final Upload upload;
    private long offset;

    BodyReceiver(BlobStore blobs, Upload upload) {
        this.blobs = blobs;
        this.upload = upload;
        this.offset = upload.offset();
    }

    long offset() {
        return offset;
    }

    void receive(UploadBody body) throws Refusal, IOException {
        Digest declared = body.declared();
        try (FileChannel file = blobs.openUpload(upload.id(), offset)) {
            if (declared == null) {
                writeAll(body.content(), file, null);
            } else {
                receiveWhole(body.content(), file, declared);
            }
        } catch (Refusal e) {
            offset = upload.offset();
            throw e;
        }
    }

    /** Adds a file as it is. */
    void copy(Path source) throws IOException {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ);
                FileChannel to = blobs.openUpload(upload.id(), offset)) {
            for (long at = 0; at < from.size(); ) {
                at += from.transferTo(at, from.size() - at, to);
            }
            offset += from.size();
        }
    }

    private void receiveWhole(InputStream content, FileChannel file, Digest declared) throws Refusal, IOException {
        MessageDigest digest = declared.algorithm().newMessageDigest();
        boolean proved = false;
        try {
            writeAll(content, file, digest);
            Digest computed = Digest.of(declared.algorithm(), digest.digest());
            if (!computed.matches(declared)) {
                throw Refusals.digestMismatch("The piece", declared, computed);
            }
            proved = true;
        } finally {
            offset = proved ? offset : upload.offset();
        }
    }

    private void writeAll(InputStream content, FileChannel file, @Nullable MessageDigest digest)
            throws Refusal, IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = content.read(buffer); n >= 0; n = content.read(buffer)) {
            if (n > upload.length() - offset) {
                throw Refusals.beyondLength(upload);
            }
            for (ByteBuffer rest = ByteBuffer.wrap(buffer, 0, n); rest.hasRemaining(); ) {
                file.write(rest);
            }
            if (digest != null) {
                digest.update(buffer, 0, n);
            }
            offset += n;
        }
    }
}

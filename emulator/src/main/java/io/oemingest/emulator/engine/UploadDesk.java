package io.oemingest.emulator.engine;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.emulator.port.BlobStore;
import io.oemingest.emulator.port.RecordStore;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes uploads in. One request at a time works on an upload; a second one is told to come again. */
final class UploadDesk {
    private final EnginePorts ports;
    private final EngineSettings settings;
    private final RecordStore<Upload> records;
    private final BlobStore blobs;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    UploadDesk(EnginePorts ports, EngineSettings settings) {
        this.ports = ports;
        this.settings = settings;
        this.records = ports.stores().uploads();
        this.blobs = ports.stores().blobs();
    }

    /** The right to change an upload, until closed. */
    record Claim(String id, Set<String> busy) implements AutoCloseable {
        @Override
        public void close() {
            busy.remove(id);
        }
    }

    Upload create(Account account, long length, Map<String, String> metadata, boolean part)
            throws Refusal, IOException {
        checkLength(length);
        dropExpired();
        Upload upload = new Upload(ports.ids().uploadId(), account.clientId(), part, length, 0, metadata, expiry());
        blobs.createUpload(upload.id());
        records.insert(upload.id(), upload);
        return upload;
    }

    Upload find(Account account, String id) throws Refusal {
        Upload upload = findOrNull(account, id);
        if (upload == null) {
            throw Refusals.uploadDoesNotExist(id);
        }
        return upload;
    }

    @Nullable
    Upload findOrNull(Account account, String id) {
        Upload upload = records.find(id);
        boolean visible = upload != null && upload.clientId().equals(account.clientId()) && !isExpired(upload);
        return visible ? upload : null;
    }

    Claim claim(Upload upload) throws Refusal {
        if (!busy.add(upload.id())) {
            throw Refusals.uploadBusy(upload.id());
        }
        return new Claim(upload.id(), busy);
    }

    Upload append(Account account, String id, long offset, UploadBody body) throws Refusal, IOException {
        try (Claim claim = claim(find(account, id))) {
            Upload upload = find(account, claim.id());
            if (offset != upload.offset()) {
                throw Refusals.offsetMismatch(upload, offset);
            }
            BodyReceiver receiver = new BodyReceiver(blobs, upload);
            try {
                receiver.receive(body);
            } finally {
                records.replace(id, upload, upload.arrivedUpTo(receiver.offset(), expiry()));
            }
            return find(account, id);
        }
    }

    Upload join(Account account, List<String> ids, Map<String, String> metadata) throws Refusal, IOException {
        if (Set.copyOf(ids).size() < ids.size()) {
            throw Refusals.invalidRequest("A part is named twice.");
        }
        List<Claim> claims = new ArrayList<>();
        try {
            List<Upload> parts = new ArrayList<>();
            for (String id : ids) {
                Upload part = find(account, id);
                claims.add(claim(part));
                parts.add(completePart(find(account, id)));
            }
            return joined(account, parts, metadata);
        } finally {
            claims.forEach(Claim::close);
        }
    }

    void discard(Account account, String id) throws Refusal, IOException {
        try (Claim claim = claim(find(account, id))) {
            remove(claim.id());
        }
    }

    /** Forgets an upload and its bytes, if they are still there. */
    void remove(String id) throws IOException {
        records.remove(id);
        blobs.deleteUpload(id);
    }

    private Upload joined(Account account, List<Upload> parts, Map<String, String> metadata)
            throws Refusal, IOException {
        long length = parts.stream().mapToLong(Upload::length).sum();
        Upload empty = create(account, length, metadata, false);
        try {
            BodyReceiver receiver = new BodyReceiver(blobs, empty);
            for (Upload part : parts) {
                receiver.copy(blobs.upload(part.id()));
            }
        } catch (IOException e) {
            remove(empty.id());
            throw e;
        }
        Upload whole = empty.arrivedUpTo(length, expiry());
        records.replace(empty.id(), empty, whole);
        for (Upload part : parts) {
            remove(part.id());
        }
        return whole;
    }

    private static Upload completePart(Upload upload) throws Refusal {
        if (!upload.part()) {
            throw Refusals.invalidRequest("The upload " + upload.id() + " was not announced as a part.");
        }
        if (!upload.isComplete()) {
            throw Refusals.uploadIncomplete(upload);
        }
        return upload;
    }

    private void checkLength(long length) throws Refusal {
        if (length < 0) {
            throw Refusals.invalidRequest("The length of an upload is not negative: " + length);
        }
        if (length > settings.maxArchiveSize()) {
            throw Refusals.archiveTooLarge(length, settings.maxArchiveSize());
        }
    }

    private void dropExpired() throws IOException {
        for (Upload upload : records.all()) {
            if (isExpired(upload) && busy.add(upload.id())) {
                try (Claim claim = new Claim(upload.id(), busy)) {
                    // A request that was at work until now may have given it more time.
                    Upload now = records.find(claim.id());
                    if (now != null && isExpired(now)) {
                        remove(now.id());
                    }
                }
            }
        }
    }

    private boolean isExpired(Upload upload) {
        return ports.time().instant().isAfter(upload.expires());
    }

    private Instant expiry() {
        return ports.time().instant().plus(settings.uploadLifetime());
    }

    /** SHA-256 of everything that arrived. */
    Digest digest(Upload upload) throws IOException {
        try (ByteSource source = ByteSource.open(blobs.upload(upload.id()))) {
            return Digest.sha256(source);
        }
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.format.MalformedFileException;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.DigestAlgorithm;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.emulator.port.RecordStore;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Makes submissions of uploads: all that can be refused at once is refused here, and then nothing stays. */
final class SubmissionDesk {
    private final EnginePorts ports;
    private final EngineSettings settings;
    private final UploadDesk uploads;
    private final SubmissionBook book;
    private final RecordStore<SubmissionTicket> tickets;
    // One account's archives are taken in one after the other, so that two of the same get one ticket.
    private final Map<UUID, ReentrantLock> turns = new ConcurrentHashMap<>();

    SubmissionDesk(EnginePorts ports, EngineSettings settings, UploadDesk uploads, SubmissionBook book) {
        this.ports = ports;
        this.settings = settings;
        this.uploads = uploads;
        this.book = book;
        this.tickets = ports.stores().tickets();
    }

    /** What a caller asks for, with the digest and the original ticket already looked at. */
    private record Order(
            Account account,
            String uploadId,
            Digest declared,
            @Nullable SubmissionTicket original) {
        String key() {
            return account.clientId() + "/" + declared.hex() + "/" + (original == null ? "" : original.id());
        }
    }

    SubmissionCreation create(Account account, String uploadId, String sha256, @Nullable String resubmissionOf)
            throws Refusal, IOException {
        Digest declared = parse(sha256);
        ReentrantLock turn = turns.computeIfAbsent(account.clientId(), id -> new ReentrantLock());
        turn.lock();
        try {
            Submission original = resubmissionOf == null ? null : original(account, resubmissionOf);
            Order order = new Order(account, uploadId, declared, original == null ? null : original.ticket());
            SubmissionTicket known = tickets.find(order.key());
            if (known != null) {
                return again(order, known);
            }
            if (original != null && book.latest(original).state() != SubmissionState.FAILED) {
                throw Refusals.notFailed(book.latest(original));
            }
            return new SubmissionCreation(take(order), true);
        } finally {
            turn.unlock();
        }
    }

    private Submission original(Account account, String ticket) throws Refusal {
        Submission found = book.owned(account, ticket);
        SubmissionTicket first = found.origin().resubmissionOf();
        if (first != null) {
            throw Refusals.resubmissionTicket(found, first);
        }
        return found;
    }

    private SubmissionCreation again(Order order, SubmissionTicket known) throws Refusal, IOException {
        Upload upload = uploads.findOrNull(order.account(), order.uploadId());
        if (upload != null) {
            try (UploadDesk.Claim claim = uploads.claim(upload)) {
                proveDigest(order, upload);
                uploads.remove(claim.id());
            }
        }
        return new SubmissionCreation(book.get(known), false);
    }

    private Submission take(Order order) throws Refusal, IOException {
        try (UploadDesk.Claim claim = uploads.claim(uploads.find(order.account(), order.uploadId()))) {
            Upload upload = uploads.find(order.account(), claim.id());
            proveDigest(order, upload);
            SubmissionOrigin origin;
            try {
                origin = read(order, upload);
            } catch (Refusal e) {
                uploads.remove(upload.id());
                throw e;
            }
            return store(order, upload, origin);
        }
    }

    private void proveDigest(Order order, Upload upload) throws Refusal, IOException {
        if (upload.part()) {
            throw Refusals.invalidRequest("The upload " + upload.id() + " is a part; join it with the others first.");
        }
        if (!upload.isComplete()) {
            throw Refusals.uploadIncomplete(upload);
        }
        Digest computed = uploads.digest(upload);
        if (!computed.matches(order.declared())) {
            uploads.remove(upload.id());
            throw Refusals.digestMismatch("The archive", order.declared(), computed);
        }
    }

    private SubmissionOrigin read(Order order, Upload upload) throws Refusal, IOException {
        try (SubmissionArchive archive = SubmissionArchive.open(
                ports.stores().blobs().upload(upload.id()), settings.limits(), ProgressListener.NONE)) {
            SubmissionContents contents = archive.contents();
            new Admission(settings.maxPackages()).check(order.account(), contents);
            return new SubmissionOrigin(
                    order.account().clientId(),
                    order.account().oemId(),
                    order.declared(),
                    upload.length(),
                    contents.kind(),
                    contents.packages().size(),
                    order.original());
        } catch (MalformedFileException e) {
            throw Refusals.archiveInvalid(upload, e);
        }
    }

    private Submission store(Order order, Upload upload, SubmissionOrigin origin) throws IOException {
        SubmissionTicket ticket = book.drawTicket();
        try {
            ports.stores().blobs().keepArchive(upload.id(), ticket.id());
        } catch (IOException e) {
            ports.stores().blobs().deleteSubmission(ticket.id());
            throw e;
        }
        uploads.remove(upload.id());
        Submission entry = book.enter(ticket, origin);
        tickets.insert(order.key(), ticket);
        return entry;
    }

    private static Digest parse(String sha256) throws Refusal {
        try {
            return new Digest(DigestAlgorithm.SHA256, sha256);
        } catch (IllegalArgumentException e) {
            throw Refusals.invalidRequest(
                    "The member 'sha256' is a SHA-256 in 64 hexadecimal digits, not '" + sha256 + "'.");
        }
    }
}

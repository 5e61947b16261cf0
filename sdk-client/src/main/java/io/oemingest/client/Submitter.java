package io.oemingest.client;

import io.oemingest.client.internal.http.Answer;
import io.oemingest.client.internal.http.Content;
import io.oemingest.core.internal.json.Json;
import io.oemingest.core.internal.wire.CreateSubmissionJson;
import io.oemingest.core.internal.wire.SubmissionJson;
import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.model.SubmissionTicket;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** From an archive on disk to a ticket: upload, then submission, each step noted in the receipt. */
final class Submitter {
    /** The service reads the whole archive before it gives a ticket. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Api api;
    private final UploadCalls uploads;
    private final ArchiveUpload transfer;
    private final Retries retries;
    private final IdempotencyKeys keys;

    Submitter(Api api, UploadCalls uploads, ArchiveUpload transfer, Retries retries, IdempotencyKeys keys) {
        this.api = api;
        this.uploads = uploads;
        this.transfer = transfer;
        this.retries = retries;
        this.keys = keys;
    }

    /** Submits an archive, going on from the receipt if it has one, and names the failed ticket that it replaces, if any. */
    SubmissionTicket submit(Path archive, @Nullable Path receiptFile, @Nullable SubmissionTicket resubmissionOf)
            throws IOException {
        requireArchive(archive);
        ReceiptFile receipt = new ReceiptFile(receiptFile);
        try (ByteSource source = ByteSource.open(archive)) {
            Digest digest = Digest.sha256(source);
            receipt.open(api.base(), archive, digest);
            SubmissionTicket known = receipt.ticket();
            if (known != null) {
                return known;
            }
            URI upload = upload(source, digest, receipt);
            SubmissionTicket ticket = retries.call(() -> create(upload, digest, resubmissionOf));
            receipt.submitted(ticket);
            return ticket;
        } catch (ClosedByInterruptException e) {
            throw new CallInterruptedException("submitting " + archive, e);
        }
    }

    private URI upload(ByteSource archive, Digest digest, ReceiptFile receipt) throws IOException {
        URI begun = receipt.upload();
        Long offset = begun == null || !uploads.isOwn(begun) ? null : retries.call(() -> uploads.offset(begun));
        if (begun != null && offset != null && offset <= archive.size()) {
            transfer.send(begun, archive, offset, at -> receipt.uploading(begun, at));
            return begun;
        }
        String key = keys.next();
        URI fresh = retries.call(() -> uploads.create(archive.name(), archive.size(), digest, key));
        receipt.uploading(fresh, 0);
        transfer.send(fresh, archive, 0, at -> receipt.uploading(fresh, at));
        return fresh;
    }

    private SubmissionTicket create(URI upload, Digest digest, @Nullable SubmissionTicket resubmissionOf) {
        String id = lastSegment(upload);
        String old = resubmissionOf == null ? null : resubmissionOf.id();
        String body = Json.write(new CreateSubmissionJson(id, digest.hex(), old));
        // The key follows from the body, so that another process that repeats the request gets the same ticket.
        String key = Digest.sha256(body.getBytes(StandardCharsets.UTF_8)).hex();
        var call = api.request("POST", "v1/submissions")
                .header("Idempotency-Key", key)
                .content(Content.json(body))
                .patience(PATIENCE);
        try (Answer answer = api.send(call, Set.of(200, 201, 202))) {
            return api.read(answer, SubmissionJson.class, SubmissionJson::ticketToModel);
        }
    }

    private static String lastSegment(URI upload) {
        String path = upload.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Refuses before anything is sent (rules UPL-01, UPL-02). */
    private static void requireArchive(Path archive) {
        if (archive.toString().isBlank()) {
            throw new IllegalArgumentException("The path of the submission archive is empty (rule UPL-01)");
        }
        if (!Files.isRegularFile(archive)) {
            throw new IllegalArgumentException(
                    "There is no submission archive at " + archive.toAbsolutePath() + " (rule UPL-02)");
        }
    }
}

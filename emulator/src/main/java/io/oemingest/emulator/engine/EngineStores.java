package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.port.BlobStore;
import io.oemingest.emulator.port.RecordStore;

/**
 * Where the engine keeps what it knows.
 *
 * @param submissions by ticket
 * @param tickets by account, archive digest and resubmitted ticket: what makes a second submission the first (UPL-10)
 * @param reports the service's own validation, by ticket
 * @param images signed images, by ticket, phone and operator
 * @param updates requests for update, by ticket
 */
public record EngineStores(
        RecordStore<Upload> uploads,
        RecordStore<Submission> submissions,
        RecordStore<SubmissionTicket> tickets,
        RecordStore<ValidationReport> reports,
        RecordStore<BookedImage> images,
        RecordStore<UpdateEntry> updates,
        BlobStore blobs) {}

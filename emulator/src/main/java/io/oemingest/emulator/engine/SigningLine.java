package io.oemingest.emulator.engine;

import io.oemingest.core.io.ByteSource;
import io.oemingest.core.io.Digest;
import io.oemingest.core.io.ProgressListener;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionArchive;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.validation.ValidationReport;
import io.oemingest.emulator.port.BlobStore;
import io.oemingest.emulator.port.PackageRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a submission from Received to its end: one piece of work validates it, the next one signs it. */
final class SigningLine {
    private static final Logger LOG = LoggerFactory.getLogger(SigningLine.class);

    private final EnginePorts ports;
    private final EngineSettings settings;
    private final SubmissionBook book;
    private final ServiceValidation validation;
    private final BaselineBook images;
    private final BlobStore blobs;
    // Guarded by this: submissions that shall stop for the operators as soon as they come to Signing.
    private final Set<SubmissionTicket> held = new HashSet<>();
    private volatile boolean stopping;

    SigningLine(EnginePorts ports, EngineSettings settings, SubmissionBook book, ServiceValidation validation) {
        this.ports = ports;
        this.settings = settings;
        this.book = book;
        this.validation = validation;
        this.images = validation.images();
        this.blobs = ports.stores().blobs();
    }

    /** One of the two pieces of work. */
    @FunctionalInterface
    private interface Step {
        void run(Submission submission) throws IOException, PackageRefusedException;
    }

    void accept(SubmissionTicket ticket) {
        ports.queue().submit(() -> guarded(ticket, this::validate));
    }

    synchronized void intervene(SubmissionTicket ticket) {
        Submission now = book.get(ticket);
        switch (now.state()) {
            case RECEIVED, VALIDATING -> held.add(ticket);
            case SIGNING -> move(now, SubmissionState.PENDING_MANUAL_INTERVENTION);
            case PENDING_MANUAL_INTERVENTION -> {}
            case SIGNED, FAILED ->
                throw new IllegalStateException(
                        ticket + " is in state " + now.state().text() + ", which is final");
        }
    }

    synchronized void resume(SubmissionTicket ticket) {
        Submission now = book.get(ticket);
        if (now.state() == SubmissionState.PENDING_MANUAL_INTERVENTION) {
            move(now, SubmissionState.SIGNING);
            ports.queue().submit(() -> guarded(ticket, this::sign));
        } else if (!held.remove(ticket)) {
            throw new IllegalStateException(
                    ticket + " waits for nobody; it is in state " + now.state().text());
        }
    }

    void stop() {
        stopping = true;
    }

    private void guarded(SubmissionTicket ticket, Step step) {
        try {
            step.run(book.get(ticket));
        } catch (CancellationException e) {
            LOG.info("Work on {} was given up: {}", ticket, e.getMessage());
        } catch (PackageRefusedException e) {
            fail(ticket, new SubmissionFailure(ReasonCode.VALIDATION_FAILED, e.location() + ": " + e.detail()));
        } catch (IOException | RuntimeException | Error e) {
            breakDown(ticket, e);
        } finally {
            removeWork(ticket);
        }
    }

    private void validate(Submission received) throws IOException {
        Submission validating = move(received, SubmissionState.VALIDATING);
        Judgement judgement;
        try (SubmissionArchive archive = open(validating)) {
            judgement = validation.judge(validating, archive, checkpoint(validating));
        }
        ValidationReport report = judgement.report();
        ports.stores().reports().insert(validating.ticket().id(), report);
        if (report.acceptable()) {
            startSigning(validating);
        } else {
            fail(validating.ticket(), ServiceValidation.failure(report), judgement);
        }
    }

    private synchronized void startSigning(Submission validating) {
        Submission signing = move(validating, SubmissionState.SIGNING);
        if (held.remove(signing.ticket())) {
            move(signing, SubmissionState.PENDING_MANUAL_INTERVENTION);
        } else {
            ports.queue().submit(() -> guarded(signing.ticket(), this::sign));
        }
    }

    private void sign(Submission signing) throws IOException, PackageRefusedException {
        if (signing.state() != SubmissionState.SIGNING) {
            return;
        }
        Path finished;
        SubmissionContents contents;
        try (SubmissionArchive archive = open(signing)) {
            contents = archive.contents();
            if (settings.profile().difference(BaselineBook.SAME_VERSION) == null) {
                images.requireFreeVersion(signing, contents);
            }
            finished = new ArchiveSigner(ports, settings).sign(signing, archive, checkpoint(signing));
        }
        publish(signing, finished, digestOf(finished), contents);
    }

    private static Digest digestOf(Path file) throws IOException {
        try (ByteSource source = ByteSource.open(file)) {
            return Digest.sha256(source);
        }
    }

    // Under the lock of the operators' desk, so that an intervention comes before or after it but not between.
    private synchronized void publish(Submission signing, Path finished, Digest digest, SubmissionContents contents)
            throws IOException {
        checkpoint(signing).pass();
        Path file = blobs.publish(signing.ticket().id(), finished);
        String name = String.valueOf(file.getFileName());
        SignedArchiveBlob blob = new SignedArchiveBlob(name, file, Files.size(file), digest);
        removeWork(signing.ticket());
        blobs.deleteArchive(signing.ticket().id());
        images.enterSigned(
                signing,
                contents,
                Objects.requireNonNull(
                        ports.stores().reports().find(signing.ticket().id())));
        book.change(signing, seen -> seen.signed(blob, ports.time().instant()));
    }

    private SubmissionArchive open(Submission submission) throws IOException {
        return SubmissionArchive.open(
                blobs.archive(submission.ticket().id()), settings.limits(), ProgressListener.NONE);
    }

    private Checkpoint checkpoint(Submission seen) {
        return () -> {
            if (stopping || Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the service is stopping");
            }
            if (!book.get(seen.ticket()).equals(seen)) {
                throw new CancellationException("the submission has changed meanwhile");
            }
        };
    }

    private Submission move(Submission seen, SubmissionState next) {
        Submission moved =
                book.change(seen, entry -> entry.moved(next, ports.time().instant()));
        if (moved == null) {
            throw new CancellationException("the submission has changed meanwhile");
        }
        return moved;
    }

    private void breakDown(SubmissionTicket ticket, Throwable problem) {
        if (stopping) {
            // A stop of the service is no verdict on the submission.
            LOG.info("Work on {} ended with the service: {}", ticket, problem.toString());
            return;
        }
        LOG.error("Work on {} broke down", ticket, problem);
        fail(ticket, new SubmissionFailure(ReasonCode.INTERNAL_ERROR, "The service broke down: " + problem));
    }

    private void fail(SubmissionTicket ticket, SubmissionFailure failure) {
        fail(ticket, failure, Judgement.NONE);
    }

    private synchronized void fail(SubmissionTicket ticket, SubmissionFailure failure, Judgement judgement) {
        Submission now = book.get(ticket);
        if (now.state().next().contains(SubmissionState.FAILED)) {
            held.remove(ticket);
            removeEverything(ticket);
            book.decisions().failed(now, failure, judgement);
            book.change(now, seen -> seen.failed(failure, ports.time().instant()));
        }
    }

    // Files go before the final state is shown, so that whoever sees it finds nothing unfinished.
    private void removeEverything(SubmissionTicket ticket) {
        removeWork(ticket);
        try {
            blobs.deleteSubmission(ticket.id());
        } catch (IOException e) {
            LOG.error("The files of {} could not be removed", ticket, e);
        }
    }

    private void removeWork(SubmissionTicket ticket) {
        try {
            blobs.deleteWorkFolder(ticket.id());
        } catch (IOException e) {
            LOG.error("The work folder of {} could not be removed", ticket, e);
        }
    }
}

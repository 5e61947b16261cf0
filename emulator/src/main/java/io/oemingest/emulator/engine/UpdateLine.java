package io.oemingest.emulator.engine;

import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.submission.SubmissionContents;
import io.oemingest.core.update.UpdateAction;
import io.oemingest.core.update.UpdateCancellation;
import io.oemingest.core.update.UpdateContent;
import io.oemingest.core.update.UpdateError;
import io.oemingest.core.update.UpdatePayload.MicrosoftOemMixed;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a request from Accepted to the preview server, and from there to the phones: one piece of work each. */
final class UpdateLine {
    private static final Logger LOG = LoggerFactory.getLogger(UpdateLine.class);

    private final EnginePorts ports;
    private final UpdateBook book;
    private final UpdateImages images;

    UpdateLine(EnginePorts ports, UpdateBook book, UpdateImages images) {
        this.ports = ports;
        this.book = book;
        this.images = images;
    }

    void generate(RequestForUpdateTicket ticket) {
        ports.queue().submit(() -> {
            try {
                generate(book.act(ticket, UpdateAction.GENERATE, null, UnaryOperator.identity()));
            } catch (Refusal cancelled) {
                LOG.info("{} was not generated: {}", ticket, cancelled.getMessage());
            } catch (RuntimeException e) {
                LOG.error("Generating {} broke down", ticket, e);
                fail(ticket, "The service broke down: " + e);
            }
        });
    }

    /** A trial gets what it was waiting for; what is approved goes live. */
    void publish(RequestForUpdateTicket ticket) {
        ports.queue().submit(() -> {
            try {
                book.act(ticket, UpdateAction.PUBLISH, null, UnaryOperator.identity());
            } catch (Refusal cancelled) {
                LOG.info("{} was not published: {}", ticket, cancelled.getMessage());
            }
        });
    }

    private void generate(UpdateEntry entry) throws Refusal {
        UpdateContent content = content(entry);
        if (content != null && !content.canBeMade()) {
            fail(entry.ticket(), cause(content));
            return;
        }
        List<Finding> warnings = new ArrayList<>(entry.warnings());
        warnings.addAll(content == null ? List.of() : content.problems());
        UpdateEntry previewed = book.act(entry.ticket(), UpdateAction.PREVIEW, null, next -> next.warnedOf(warnings));
        cancelReplaced(previewed);
        if (!previewed.order().type().goesLive()) {
            publish(previewed.ticket());
        }
    }

    /** What the update brings; null for an operating system alone, and where one of the images is known by names only. */
    @Nullable
    UpdateContent content(UpdateEntry entry) {
        if (!(entry.order().payload() instanceof MicrosoftOemMixed mixed)) {
            return null;
        }
        UpdatePhone phone = UpdatePhone.of(entry.clientId(), entry.order());
        SubmissionTicket from = mixed.source();
        SubmissionContents source = from == null ? null : images.contents(from, phone);
        SubmissionContents target = images.contents(mixed.target(), phone);
        return source == null || target == null ? null : UpdateContent.between(source, target);
    }

    private static String cause(UpdateContent content) {
        List<Finding> blocking = content.problems().stream()
                .filter(each -> each.severity() == Severity.BLOCK)
                .toList();
        String first = blocking.get(0).toString();
        return blocking.size() == 1 ? first : first + " That is the first of " + blocking.size() + " findings.";
    }

    private void fail(RequestForUpdateTicket ticket, String cause) {
        try {
            book.act(ticket, UpdateAction.FAIL, null, failed -> failed.failedBecause(cause));
        } catch (Refusal cancelled) {
            LOG.info("{} failed, which matters no more: {}", ticket, cancelled.getMessage());
        }
    }

    // Best effort, as the documents have it: what was approved meanwhile stays.
    private void cancelReplaced(UpdateEntry newer) {
        RequestForUpdateTicket older = newer.order().replaces();
        if (older == null) {
            return;
        }
        UpdateCancellation how =
                new UpdateCancellation(UpdateError.REPLACED, ports.time().instant(), newer.ticket(), null);
        try {
            book.act(older, UpdateAction.REPLACE, null, replaced -> replaced.cancelledBy(how));
        } catch (Refusal over) {
            LOG.info("{} was not replaced by {}: {}", older, newer.ticket(), over.getMessage());
        }
    }
}

package io.oemingest.emulator.engine;

import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.ValidationReport;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Hands out what has come of a submission. */
final class RetrievalDesk {
    private final EngineStores stores;
    private final SubmissionBook book;

    RetrievalDesk(EngineStores stores, SubmissionBook book) {
        this.stores = stores;
        this.book = book;
    }

    ValidationReport report(Account account, @Nullable String ticket) throws Refusal {
        Submission submission = book.owned(account, ticket);
        ValidationReport report = stores.reports().find(submission.ticket().id());
        if (report == null) {
            throw submission.state().isFinal()
                    ? Refusals.neverValidated(submission)
                    : Refusals.notValidatedYet(submission);
        }
        return report;
    }

    /** The signed archive, or which of GET-04 to GET-07 applies; an original ticket stands for its latest resubmission. */
    SignedArchiveBlob signedArchive(Account account, @Nullable String ticket) throws Refusal {
        Submission asked = book.owned(account, ticket);
        SubmissionTicket original = asked.origin().resubmissionOf();
        if (original != null) {
            throw Refusals.resubmissionTicket(asked, original);
        }
        Submission latest = book.latest(asked);
        return switch (latest.state()) {
            case RECEIVED, VALIDATING, SIGNING -> throw Refusals.inProgress(latest);
            case PENDING_MANUAL_INTERVENTION -> throw Refusals.pendingManualIntervention(latest);
            case FAILED -> throw Refusals.hasFailed(latest, findings(latest));
            case SIGNED -> Objects.requireNonNull(latest.signedArchive());
        };
    }

    private List<Finding> findings(Submission submission) {
        ValidationReport report = stores.reports().find(submission.ticket().id());
        return report == null ? List.of() : report.findings();
    }
}

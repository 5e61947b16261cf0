package io.oemingest.emulator.engine;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.model.RequestForUpdateTicket;
import io.oemingest.core.model.SubmissionTicket;
import io.oemingest.core.validation.Finding;
import io.oemingest.emulator.port.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service says no, always with a reason (ERR-01). */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final ReasonCode reason;
    private final String detail;
    private final boolean retryable;
    private final @Nullable String ticketId;
    private final transient @Nullable Permission permission;
    private final transient List<Finding> findings;

    /** A refusal that stays the same however often one asks. */
    public Refusal(ReasonCode reason, String detail) {
        this(reason, detail, false, null, null, List.of());
    }

    private Refusal(
            ReasonCode reason,
            String detail,
            boolean retryable,
            @Nullable String ticketId,
            @Nullable Permission permission,
            List<Finding> findings) {
        super(reason.text() + ": " + detail);
        this.reason = reason;
        this.detail = detail;
        this.retryable = retryable;
        this.ticketId = ticketId;
        this.permission = permission;
        this.findings = List.copyOf(findings);
    }

    /** This refusal, saying that the same request may succeed later. */
    Refusal mayBeRetried() {
        return new Refusal(reason, detail, true, ticketId, permission, findings);
    }

    Refusal about(SubmissionTicket ticket) {
        return new Refusal(reason, detail, retryable, ticket.id(), permission, findings);
    }

    Refusal about(RequestForUpdateTicket ticket) {
        return new Refusal(reason, detail, retryable, ticket.id(), permission, findings);
    }

    Refusal missing(Permission needed) {
        return new Refusal(reason, detail, retryable, ticketId, needed, findings);
    }

    Refusal because(List<Finding> found) {
        return new Refusal(reason, detail, retryable, ticketId, permission, found);
    }

    public ReasonCode reason() {
        return reason;
    }

    /** What happened and what to do, in sentences. */
    public String detail() {
        return detail;
    }

    /** Whether the same request may succeed later. */
    public boolean retryable() {
        return retryable;
    }

    /** The ticket that the refusal is about, if there is one. */
    public @Nullable String ticketId() {
        return ticketId;
    }

    /** The permission that the account lacks, as the account resource spells it. */
    public @Nullable String permission() {
        return permission == null ? null : permission.text();
    }

    /** What a validation found, empty for other reasons. */
    public List<Finding> findings() {
        return findings;
    }
}

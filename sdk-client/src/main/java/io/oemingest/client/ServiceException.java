package io.oemingest.client;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service refused a request and said why (rules ERR-01, ERR-02). The documented kinds are subclasses (ERR-03). */
public class ServiceException extends IngestionException {
    private static final long serialVersionUID = 1L;

    private final transient Refused refused;

    ServiceException(Refused refused) {
        super(refused.sentence(), null);
        this.refused = refused;
    }

    /** The reason, or null if this version does not know the {@link #reasonCode()}. */
    public @Nullable ReasonCode reason() {
        return ReasonCode.parseOrNull(refused.reasonCode());
    }

    /** The reason as the service spelled it. */
    public String reasonCode() {
        return refused.reasonCode();
    }

    /** One or more sentences of the service about this case. */
    public String details() {
        return refused.details();
    }

    /** What the service's operators need to find the request, or null if the answer had none. */
    public @Nullable String correlationId() {
        return refused.correlationId();
    }

    /** The HTTP status. */
    public int status() {
        return refused.status();
    }

    /** Whether the service says that the same request may succeed later. */
    public boolean retryable() {
        return refused.retryable();
    }

    /** The ticket that the refusal is about, or null. */
    public @Nullable String ticketId() {
        return refused.ticketId();
    }

    /** The permission that the account lacks, or null (rule AUT-07). */
    public @Nullable String permission() {
        return refused.permission();
    }

    /** What the service found wrong with the submission; empty if the refusal is not about its content. */
    public List<Finding> findings() {
        return refused.findings();
    }

    @Override
    boolean isTransient() {
        return refused.retryable() && TransientStatus.includes(refused.status());
    }

    @Override
    public @Nullable Duration retryAfter() {
        return refused.retryAfter();
    }
}

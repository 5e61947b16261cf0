package io.oemingest.emulator.engine;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why the service said no to a request or failed a submission.
 *
 * @param correlationId of the request: the refused one, or the one that made the submission; null if nobody asks by it
 * @param account OEM id of whoever asked; null if the request was refused before that was known
 * @param ticket what it is about, if there is a ticket
 * @param lookedUp what was asked on the way, by name: permissions, baselines, the profile
 * @param findings what decided, of a submission what blocks it, the first {@link #MAX_FINDINGS}
 */
public record Decision(
        @Nullable UUID correlationId,
        Instant at,
        @Nullable String account,
        @Nullable String ticket,
        ReasonCode reason,
        String detail,
        Map<String, String> lookedUp,
        List<Finding> findings) {
    public static final int MAX_FINDINGS = 20;

    public Decision {
        lookedUp = Collections.unmodifiableMap(new LinkedHashMap<>(lookedUp));
        findings = List.copyOf(findings.subList(0, Math.min(MAX_FINDINGS, findings.size())));
    }

    Decision answering(UUID request) {
        return new Decision(request, at, account, ticket, reason, detail, lookedUp, findings);
    }

    /** One line for a log. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(reason.text());
        text.append(ticket == null ? "" : " about " + ticket);
        text.append(account == null ? "" : " for " + account);
        text.append(correlationId == null ? "" : ", correlation " + correlationId);
        text.append(": ").append(detail);
        lookedUp.forEach(
                (name, value) -> text.append("; ").append(name).append(": ").append(value));
        findings.forEach(
                each -> text.append("; ").append(each.rule()).append(' ').append(each.evidence()));
        return text.toString();
    }
}

package io.oemingest.core.update;

import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a judge says of a request: everything at once.
 *
 * @param reason of the refusal, that of the first finding that blocks; null if none does
 * @param findings those that block first, each kind in the order in which the service looks
 * @param skipped rules for which a fact was missing
 */
public record UpdateVerdict(@Nullable ReasonCode reason, List<Finding> findings, List<SkippedRule> skipped) {
    public UpdateVerdict {
        findings = List.copyOf(findings);
        skipped = List.copyOf(skipped);
    }

    /** Whether the request may be made. */
    public boolean acceptable() {
        return reason == null;
    }

    /** Findings of this weight, in their order. */
    public List<Finding> findings(Severity severity) {
        return findings.stream().filter(each -> each.severity() == severity).toList();
    }
}

package io.oemingest.core.update;

import io.oemingest.core.format.Location;
import io.oemingest.core.model.ReasonCode;
import io.oemingest.core.validation.Finding;
import io.oemingest.core.validation.RuleCatalogue;
import io.oemingest.core.validation.RuleId;
import io.oemingest.core.validation.Severity;
import io.oemingest.core.validation.SkippedRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects what is found about one request. Not for several threads. */
final class UpdateFindings {
    private static final String REQUEST = "request for update";

    private final List<Finding> blocking = new ArrayList<>();
    private final List<Finding> others = new ArrayList<>();
    private final List<SkippedRule> skipped = new ArrayList<>();
    private @Nullable ReasonCode reason;

    void block(String rule, ReasonCode code, String part, String message) {
        add(Severity.BLOCK, rule, code, part, message);
    }

    /** The reason counts only if the finding blocks; the mend is the catalogue's. */
    void add(Severity severity, String rule, ReasonCode code, String part, String message) {
        RuleId id = RuleId.of(rule);
        String mend = Objects.requireNonNull(RuleCatalogue.standard().get(id).mend(), rule);
        Finding finding = new Finding(id, severity, Location.ofPart(REQUEST, part), message, mend);
        if (severity == Severity.BLOCK) {
            reason = reason == null ? code : reason;
            blocking.add(finding);
        } else {
            others.add(finding);
        }
    }

    void skip(String rule, String why) {
        skipped.add(new SkippedRule(RuleId.of(rule), why));
    }

    UpdateVerdict verdict() {
        return new UpdateVerdict(
                reason, Stream.concat(blocking.stream(), others.stream()).toList(), skipped);
    }
}

package io.oemingest.core.validation;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's decision that the findings of a rule do not count, kept in every report.
 *
 * @param file the file in which they do not count, as findings name it; null for all
 * @param reason why, for whoever reads the report
 * @param by who decided it
 * @param at when it was decided
 */
public record Waiver(RuleId rule, @Nullable String file, String reason, String by, Instant at) {
    // Without the file there is nothing to judge or to sign.
    private static final Set<RuleId> OF_UNREADABLE_FILES = Set.of(RuleId.of("INI-33"), RuleId.of("UPL-09"));

    /** Takes the decision. @throws IllegalArgumentException for rules that nobody can waive (STD-10), or without a reason or name */
    public Waiver {
        if (rule.isStandard() || OF_UNREADABLE_FILES.contains(rule)) {
            throw new IllegalArgumentException("The rule " + rule + " cannot be waived");
        }
        if (reason.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("A waiver of " + rule + " needs a reason and a name");
        }
    }

    boolean covers(Finding finding) {
        return finding.rule().equals(rule)
                && (file == null || file.equals(finding.location().file()));
    }
}

package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import java.util.ArrayList;
import java.util.List;

/** Collects what one rule says. Belongs to one run of one rule; not for several threads. */
public final class Findings {
    private final RuleId rule;
    private final List<Finding> found = new ArrayList<>();
    private final List<SkippedRule> skipped = new ArrayList<>();

    Findings(RuleId rule) {
        this.rule = rule;
    }

    public void block(Location location, String message, String mend) {
        add(Severity.BLOCK, location, message, mend);
    }

    public void warn(Location location, String message, String mend) {
        add(Severity.WARN, location, message, mend);
    }

    public void info(Location location, String message, String mend) {
        add(Severity.INFO, location, message, mend);
    }

    /** For a weight that is decided at run time. */
    public void add(Severity severity, Location location, String message, String mend) {
        found.add(new Finding(rule, severity, location, message, mend));
    }

    /** Says that a fact is missing, so that "not checked" does not read as "passed". */
    public void skip(String reason) {
        skipped.add(new SkippedRule(rule, reason));
    }

    List<Finding> found() {
        return found;
    }

    List<SkippedRule> skipped() {
        return skipped;
    }
}

package io.oemingest.core.validation;

import io.oemingest.core.format.Location;
import org.jspecify.annotations.Nullable;

/** Collects what one rule says. Belongs to one run of one rule; not for several threads. */
public final class Findings {
    private final RuleId rule;
    private final @Nullable CatalogueEntry entry;
    private final FindingStore store;

    Findings(RuleId rule, @Nullable CatalogueEntry entry, ValidationPolicy policy) {
        this.rule = rule;
        this.entry = entry;
        this.store = new FindingStore(rule, policy);
    }

    /** With the mend of the catalogue. */
    public Evidence block(Location location, String message) {
        return add(Severity.BLOCK, location, message);
    }

    public Evidence block(Location location, String message, String mend) {
        return add(Severity.BLOCK, location, message, mend);
    }

    /** With the mend of the catalogue. */
    public Evidence warn(Location location, String message) {
        return add(Severity.WARN, location, message);
    }

    public Evidence warn(Location location, String message, String mend) {
        return add(Severity.WARN, location, message, mend);
    }

    /** With the mend of the catalogue. */
    public Evidence info(Location location, String message) {
        return add(Severity.INFO, location, message);
    }

    public Evidence info(Location location, String message, String mend) {
        return add(Severity.INFO, location, message, mend);
    }

    /** For a weight that is decided at run time, with the mend of the catalogue. */
    public Evidence add(Severity severity, Location location, String message) {
        String mend = entry == null ? null : entry.mend();
        if (mend == null) {
            throw new IllegalStateException("The catalogue has no mend for " + rule + ": give one with the finding");
        }
        return add(severity, location, message, mend);
    }

    /** For a weight that is decided at run time, and a mend that depends on the case. */
    public Evidence add(Severity severity, Location location, String message, String mend) {
        return store.add(severity, location, message, mend);
    }

    /** Says that a fact is missing, so that "not checked" does not read as "passed". */
    public void skip(String reason) {
        store.skip(reason);
    }

    /** What was said, once the rule has ended. */
    FindingStore store() {
        return store;
    }
}

package io.oemingest.core.validation;

import org.jspecify.annotations.Nullable;

/** What an entry of the catalogue is. */
public enum RuleKind {
    /** What breaks it is refused. */
    BLOCK("Block", Severity.BLOCK),
    /** What breaks it is accepted with a warning. */
    WARN("Warn", Severity.WARN),
    /** Worth a note. */
    INFO("Info", Severity.INFO),
    /** Something that client or service does. */
    BEHAVIOUR("Behaviour", null),
    /** Something that OEMs should do and that nobody can check here. */
    ADVICE("Advice", null);

    private final String text;
    private final @Nullable Severity severity;

    RuleKind(String text, @Nullable Severity severity) {
        this.text = text;
        this.severity = severity;
    }

    /** The spelling in the catalogue. */
    public String text() {
        return text;
    }

    /** The usual weight of a finding, or null if the entry finds nothing. */
    public @Nullable Severity severity() {
        return severity;
    }
}

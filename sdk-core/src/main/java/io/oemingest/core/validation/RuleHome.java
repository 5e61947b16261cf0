package io.oemingest.core.validation;

/** The one place of the code that enforces an entry of the catalogue or shows the behaviour. */
public enum RuleHome {
    /** A rule of {@code core.validation.rules}, run by client and service. */
    RULE("rule"),
    /** The findings of other rules, which the explanation names. */
    OTHER_RULE("other rule"),
    /** The check of arguments before anything is read. */
    ARGUMENTS("arguments"),
    /** Preparing a submission. */
    PREPARER("preparer"),
    /** The reader of a file format or a value: what breaks the entry cannot be read. */
    READER("reader"),
    /** {@code core.update}: the judge of requests for update, asked by the service and by plans, and what an update brings. */
    UPDATE("update"),
    /** The client of the service. */
    CLIENT("client"),
    /** The service itself: what only it knows, such as accounts and tickets. */
    SERVICE("service"),
    /** Nowhere: advice. */
    ADVICE("advice"),
    /** Nowhere: the explanation says why. */
    NOWHERE("nowhere");

    private final String text;

    RuleHome(String text) {
        this.text = text;
    }

    /** The spelling in the catalogue. */
    public String text() {
        return text;
    }
}

package io.oemingest.core.validation;

/** Who applies an entry of the catalogue. */
public enum RuleSide {
    CLIENT("Client"),
    SERVICE("Service"),
    BOTH("Both");

    private final String text;

    RuleSide(String text) {
        this.text = text;
    }

    /** The spelling in the catalogue. */
    public String text() {
        return text;
    }
}

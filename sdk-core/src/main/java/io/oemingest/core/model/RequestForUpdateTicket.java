package io.oemingest.core.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a request for update at the service, as in {@code TKT-RFU-TEST-AB12CD-1}: the code of the submission that
 * the update leads to and a number counted from 1 (rules TKT-02 to TKT-04).
 */
public record RequestForUpdateTicket(String id) {
    private static final Pattern FORM = Pattern.compile("TKT-RFU-(TEST|PROD)-[0-9A-Z]{5,7}-\\d{1,9}");
    private static final Pattern ALIAS = Pattern.compile("TKT-SIGN-((?:TEST|PROD)-[0-9A-Z]{5,7}-\\d{1,9})");

    /** Takes the text as the service wrote it. @throws IllegalArgumentException if the id is blank; any other text is for the service to judge (TKT-06) */
    public RequestForUpdateTicket {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A ticket id must not be blank (rules STA-07, CAN-05)");
        }
    }

    /**
     * The ticket that somebody typed: some documents print {@code TKT-SIGN-TEST-AB12CD-1} for what the service calls
     * {@code TKT-RFU-TEST-AB12CD-1}, and both mean the same request.
     */
    public static RequestForUpdateTicket ofInput(String text) {
        Matcher alias = ALIAS.matcher(text.strip());
        return new RequestForUpdateTicket(alias.matches() ? "TKT-RFU-" + alias.group(1) : text.strip());
    }

    /** Whether the text has the documented form. */
    public boolean isWellFormed() {
        return FORM.matcher(id).matches();
    }

    /** {@code TEST} or {@code PROD}, or null if the text has not the documented form. */
    public @Nullable String environment() {
        Matcher form = FORM.matcher(id);
        return form.matches() ? form.group(1) : null;
    }

    @Override
    public String toString() {
        return id;
    }
}

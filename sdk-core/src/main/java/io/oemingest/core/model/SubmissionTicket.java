package io.oemingest.core.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The name of a firmware submission at the service, as in {@code TKT-SIGN-TEST-AB12CD} (rule TKT-01). */
public record SubmissionTicket(String id) {
    private static final Pattern FORM = Pattern.compile("TKT-SIGN-(TEST|PROD)-[0-9A-Z]{5,7}(-\\d+)?");

    /** Takes the text as the service wrote it. @throws IllegalArgumentException if the id is blank; any other text is for the service to judge (TKT-06) */
    public SubmissionTicket {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A ticket id must not be blank (rule GET-01)");
        }
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

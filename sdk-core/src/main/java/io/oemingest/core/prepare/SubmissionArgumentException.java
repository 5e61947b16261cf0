package io.oemingest.core.prepare;

import io.oemingest.core.validation.Finding;
import java.util.List;
import java.util.stream.Collectors;

/** The arguments of a submission do not go together. Carries every problem, each under its rule; nothing was read or written. */
public class SubmissionArgumentException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    public SubmissionArgumentException(List<Finding> findings) {
        super(findings.stream().map(Finding::toString).collect(Collectors.joining(System.lineSeparator())));
        this.findings = List.copyOf(findings);
    }

    /** In the order of reports, warnings included. */
    public List<Finding> findings() {
        return findings;
    }
}

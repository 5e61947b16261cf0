package io.oemingest.core.validation.report;

import io.oemingest.core.validation.Finding;

/** When two findings are one: rule, weight, place and message are the same. A better mend or other evidence makes no other. */
final class SameFinding {
    private SameFinding() {}

    /** A key that is equal for findings that are the same. */
    static Finding key(Finding finding) {
        return new Finding(finding.rule(), finding.severity(), finding.location(), finding.message(), "");
    }
}
